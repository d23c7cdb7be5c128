import { tf } from "../tf.ts";
import { loadNative, nativeBackend } from "./load.ts";
import type { NativePackage } from "./place.ts";

// Run by `makeNative` in a process of its own: loads the binding just made and multiplies two matrices with it.
const [name, file] = process.argv.slice(2);
await loadNative(name as NativePackage, file);
const product = tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2]));
const right = [19, 22, 43, 50].every((value, index) => product.dataSync()[index] === value);
if (!right || tf.getBackend() !== nativeBackend) throw new Error("two matrices were multiplied wrongly");
