import { tf } from "../tf.ts";

/** A tensor's storage on this engine: no values, only how many bytes they would take. */
interface Storage {
  bytes: number;
  references: number;
}

const bytesOf: Partial<Record<tf.DataType, number>> = { float32: 4, int32: 4, bool: 1, complex64: 8 };

/**
 * An engine that computes shapes and no values: running a model on it counts the model. It keeps the bytes that
 * are alive at once, so that the most of them is the peak memory of whatever ran. Values read back are zeros.
 */
export class ShapesBackend extends tf.KernelBackend {
  private readonly stored = new Map<object, Storage>();
  private live = 0;
  private most = 0;

  /** A new tensor of this shape; a view costs no bytes. */
  allocate(shape: number[], dtype: tf.DataType, view = false): tf.TensorInfo {
    const bytes = view ? 0 : size(shape) * (bytesOf[dtype] ?? 8);
    const dataId = {};
    this.stored.set(dataId, { bytes, references: 1 });
    this.live += bytes;
    this.most = Math.max(this.most, this.live);
    return { dataId, shape, dtype };
  }

  /** The same storage under another shape. Storage of another engine is viewed, never copied. */
  view(x: tf.TensorInfo, shape: number[], dtype: tf.DataType = x.dtype): tf.TensorInfo {
    if (!this.stored.has(x.dataId)) return this.allocate(shape, dtype, true);
    this.incRef(x.dataId);
    return { dataId: x.dataId, shape, dtype };
  }

  /** Starts a new measurement: the peak from now on is counted over what is alive now. */
  resetPeak(): void {
    this.live = 0;
    for (const { bytes } of this.stored.values()) this.live += bytes;
    this.most = this.live;
  }

  /** The bytes alive now, and the most alive at once since `resetPeak`. */
  bytes(): { live: number; peak: number } {
    return { live: this.live, peak: this.most };
  }

  override write(_values: tf.BackendValues | null, shape: number[], dtype: tf.DataType): tf.DataId {
    return this.allocate(shape, dtype).dataId as tf.DataId;
  }

  override move(dataId: tf.DataId, _values: tf.BackendValues, shape: number[], dtype: tf.DataType): void {
    const bytes = size(shape) * (bytesOf[dtype] ?? 8);
    this.stored.set(dataId, { bytes, references: 1 });
    this.live += bytes;
  }

  override disposeData(dataId: tf.DataId, force = false): boolean {
    const storage = this.stored.get(dataId);
    if (!storage) return true;
    storage.references--;
    if (!force && storage.references > 0) return false;
    this.live -= storage.bytes;
    return this.stored.delete(dataId);
  }

  override incRef(dataId: tf.DataId): void {
    const storage = this.stored.get(dataId);
    if (storage) storage.references++;
  }

  override refCount(dataId: tf.DataId): number {
    return this.stored.get(dataId)?.references ?? 0;
  }

  override numDataIds(): number {
    return this.stored.size;
  }

  override readSync(dataId: tf.DataId): tf.BackendValues {
    return new Float32Array((this.stored.get(dataId)?.bytes ?? 0) / 4);
  }

  override async read(dataId: tf.DataId): Promise<tf.BackendValues> {
    return this.readSync(dataId);
  }

  override memory(): { unreliable: boolean } {
    return { unreliable: false };
  }

  override floatPrecision(): 32 {
    return 32;
  }

  override epsilon(): number {
    return 1e-7;
  }

  override timerAvailable(): boolean {
    return false;
  }

  override dispose(): void {
    this.stored.clear();
  }
}

function size(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
