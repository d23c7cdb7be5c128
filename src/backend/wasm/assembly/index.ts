export { attention, attentionGrad, attentionScratchBytes, attentionWeights, setAttention } from "./attention";
export { copyRows, gatherRows } from "./copy";
export { matMulBatch, matMulScratchBytes, matMulWhole } from "./matMul";
export { adamW, crossEntropy, crossEntropyGrad, rmsNorm, rmsNormGrad, sumOfSquares, swiglu, swigluGrad } from "./rows";
