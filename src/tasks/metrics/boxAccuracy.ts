import { type Box, intersectionOverUnion } from "../../pages/box.ts";
import { best, type Expected } from "./expected.ts";

/** A box as an answer: left, top, right and bottom in hundredths of the side, two digits each. */
export const boxText = (box: Box, size: number): string =>
  box
    .map((pixels) => Math.min(99, Math.max(0, Math.round((100 * pixels) / size))))
    .map((hundredth) => String(hundredth).padStart(2, "0"))
    .join(" ");

/** The box that an answer states, or nothing. */
export function boxFrom(text: string): Box | undefined {
  const numbers = text.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
  return numbers.length === 4 ? (numbers as unknown as Box) : undefined;
}

/** 1 where the box of an answer and the right one share half of what they cover together (as RefCOCO), else 0. */
export const boxAccuracy = (given: string, expected: Expected): number =>
  best(expected, (right) => {
    const [a, b] = [boxFrom(given), boxFrom(right)];
    return a && b && intersectionOverUnion(a, b) >= 0.5 ? 1 : 0;
  });
