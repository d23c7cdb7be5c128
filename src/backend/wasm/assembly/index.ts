export { attention, attentionGrad, attentionScratchBytes, setAttention } from "./attention";
export { copyRows, gatherRows } from "./copy";
export { matMul, matMulScratchBytes, matMulWhole } from "./matMul";
export { adamW, crossEntropy, crossEntropyGrad, rmsNorm, rmsNormGrad, sumOfSquares, swiglu, swigluGrad } from "./rows";
