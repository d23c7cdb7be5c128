import * as tf from "@tensorflow/tfjs";

/** The one TensorFlow.js of this process: kernels register on its engine, so a second copy would be deaf to them. */
export { tf };
