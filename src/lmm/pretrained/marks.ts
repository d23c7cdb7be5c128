import type { tf } from "../../backend/tf.ts";

const marked = new WeakSet<tf.Tensor>();

/** Remembers that a tensor is, number for number, one of a pretrained decoder, and so need not be stored with a model. */
export const markPretrained = (tensor: tf.Tensor): void => void marked.add(tensor);

/** Whether a tensor is one of a pretrained decoder. One that was trained on is another tensor. */
export const isOfPretrained = (tensor: tf.Tensor): boolean => marked.has(tensor);
