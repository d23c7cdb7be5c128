export { matMul, matMulScratchBytes } from "./matMul";
