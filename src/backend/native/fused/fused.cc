// The fused operations as TensorFlow operations (the C kernels API), and a few switches for JavaScript. One shared
// object an instruction set; loading it registers them. Shapes are checked here, values never are.
#include <malloc.h>
#include <node_api.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <initializer_list>
#include <string>

#include "tensorflow/c/kernels.h"
#include "tensorflow/c/ops.h"
#include "tensorflow/c/tf_status.h"
#include "tensorflow/c/tf_tensor.h"

#include "halfTiles.h"
#include "adamW.h"
#include "attention.h"
#include "layers.h"

namespace {

std::atomic<int64_t> executedPairs{0};

typedef std::vector<int64_t> Shape;

int64_t sizeOf(const Shape& shape) {
  int64_t n = 1;
  for (int64_t d : shape) n *= d;
  return n;
}

std::string text(const Shape& shape) {
  std::string s = "[";
  for (size_t i = 0; i < shape.size(); i++) s += (i ? ", " : "") + std::to_string(shape[i]);
  return s + "]";
}

// What a call gets wrong, as the message of the error that JavaScript sees.
struct Refusal {
  std::string what;
};

struct Attributes {
  int64_t count = 0, biases = 0, heads = 0, kvHeads = 0, headSize = 0, kinds = 0, rows = 0;
  float eps = 0, rotaryBase = 0, scale = 0, beta1 = 0, beta2 = 0, rest1 = 0, rest2 = 0, clip = 0;
  bool half = false, keep = false, weights = false;
  std::vector<int64_t> reaches;
};

// One call: its inputs, its attributes, and its outputs as they are made.
class Call {
  TF_OpKernelContext* context;
  TF_Status* status = TF_NewStatus();
  std::vector<TF_Tensor*> inputs, outputs;

 public:
  const Attributes& attributes;

  Call(TF_OpKernelContext* context, const Attributes& attributes) : context(context), attributes(attributes) {
    inputs.resize(TF_NumInputs(context));
  }
  ~Call() {
    for (auto* t : inputs) TF_DeleteTensor(t);
    for (auto* t : outputs) TF_DeleteTensor(t);
    TF_DeleteStatus(status);
  }
  TF_Tensor* input(int i) {
    if (!inputs[i]) TF_GetInput(context, i, &inputs[i], status);
    check();
    return inputs[i];
  }
  Shape shape(int i) {
    Shape s(TF_NumDims(input(i)));
    for (size_t d = 0; d < s.size(); d++) s[d] = TF_Dim(input(i), (int)d);
    return s;
  }
  int64_t size(int i) { return TF_TensorElementCount(input(i)); }
  const float* floats(int i) { return (const float*)TF_TensorData(input(i)); }
  const int32_t* ints(int i) { return (const int32_t*)TF_TensorData(input(i)); }
  const float* floats(int i, const Shape& expected) {
    expect(i, expected);
    return floats(i);
  }
  const int32_t* ints(int i, const Shape& expected) {
    expect(i, expected);
    return ints(i);
  }
  void expect(int i, const Shape& expected) {
    if (shape(i) != expected)
      throw Refusal{"input " + std::to_string(i) + ": expected shape " + text(expected) + ", given " + text(shape(i))};
  }
  void require(bool holds, const char* what) {
    if (!holds) throw Refusal{what};
  }
  // How many projections there are, each with a bias or none with one.
  int projections() {
    require(attributes.biases == 0 || attributes.biases == attributes.count, "expected a bias for each weight or none");
    return (int)attributes.count;
  }
  // A weight [N, K]: floats, or int32 words of two bfloat16 each.
  Weight weight(int i, int64_t K) {
    const Shape s = shape(i);
    const bool bits = TF_TensorType(input(i)) == TF_INT32;
    const int64_t columns = s.size() == 2 ? s[1] * (bits ? 2 : 1) : -1;
    if (columns != K || s[0] < 1)
      throw Refusal{"input " + std::to_string(i) + ": expected a weight of " + std::to_string(K) + " columns, given " +
                    text(s)};
    const void* data = TF_TensorData(input(i));
    return {s[0], K, {bits ? nullptr : (const float*)data, bits ? (const bf16*)data : nullptr, K, 1}};
  }
  float* output(int i, const Shape& shape, TF_DataType type = TF_FLOAT) {
    TF_Tensor* t =
        TF_AllocateOutput(context, i, type, shape.data(), (int)shape.size(), 4 * sizeOf(shape), status);
    check();
    outputs.push_back(t);
    return (float*)TF_TensorData(t);
  }
  void check() {
    if (TF_GetCode(status) != TF_OK) throw Refusal{TF_Message(status)};
  }
  void fail(TF_Code code, const std::string& what) {
    TF_SetStatus(status, code, what.c_str());
    TF_OpKernelContext_Failure(context, status);
  }
};

int64_t rowsOf(const Shape& s) { return s.empty() ? 1 : sizeOf({s.begin(), s.end() - 1}); }

int64_t lastOf(Call& call, int i) {
  const Shape s = call.shape(i);
  call.require(!s.empty() && s.back() > 0, "expected a last axis of at least one element");
  return s.back();
}

// ---- the operations ----------------------------------------------------------------------------------------------

void opRmsNorm(Call& c) {
  const int64_t D = lastOf(c, 0), M = rowsOf(c.shape(0));
  rmsNorm(M, D, c.attributes.eps, c.floats(0), c.floats(1, {D}), c.output(0, c.shape(0)), c.output(1, {M}));
}

void opRmsNormGrad(Call& c) {  // dy, x, weight, r
  const int64_t D = lastOf(c, 1), M = rowsOf(c.shape(1));
  rmsNormGrad(M, D, c.floats(0, c.shape(1)), c.floats(1), c.floats(2, {D}), c.floats(3, {M}), c.output(0, c.shape(1)),
              c.output(1, {D}));
}

Shape withLast(Shape s, int64_t last) {
  s.back() = last;
  return s;
}

void opRmsNormLinears(Call& c) {  // x, norm, weights, biases -> r, y
  const int64_t D = lastOf(c, 0), M = rowsOf(c.shape(0));
  const int n = c.projections();
  std::vector<Weight> weights;
  std::vector<const float*> biases(n, nullptr);
  std::vector<float*> y;
  for (int i = 0; i < n; i++) weights.push_back(c.weight(2 + i, D));
  for (int i = 0; i < c.attributes.biases; i++) biases[i] = c.floats(2 + n + i, {weights[i].N});
  float* r = c.output(0, {M});
  for (int i = 0; i < n; i++) y.push_back(c.output(1 + i, withLast(c.shape(0), weights[i].N)));
  rmsNormLinears(M, D, c.attributes.eps, c.floats(0), c.floats(1, {D}), n, weights.data(), biases.data(), r, y.data(),
                 c.attributes.half);
}

void opRmsNormLinearsGrad(Call& c) {  // dy.., x, norm, r, weights.. -> dx, dnorm, dweights.., dbiases..
  const int n = c.projections();
  const int64_t D = lastOf(c, n), M = rowsOf(c.shape(n));
  std::vector<Weight> weights;
  std::vector<const float*> dy;
  std::vector<float*> dweights, dbiases(n, nullptr);
  for (int i = 0; i < n; i++) weights.push_back(c.weight(n + 3 + i, D));
  for (int i = 0; i < n; i++) dy.push_back(c.floats(i, withLast(c.shape(n), weights[i].N)));
  float *dx = c.output(0, c.shape(n)), *dnorm = c.output(1, {D});
  const int given = c.attributes.weights ? n : 0;
  for (int i = 0; i < given; i++) dweights.push_back(c.output(2 + i, {weights[i].N, D}));
  for (int i = 0; i < c.attributes.biases; i++) dbiases[i] = c.output(2 + given + i, {weights[i].N});
  rmsNormLinearsGrad(M, D, dy.data(), c.floats(n), c.floats(n + 1, {D}), c.floats(n + 2, {M}), n, weights.data(), dx,
                     dnorm, given ? dweights.data() : nullptr, dbiases.data(), c.attributes.half);
}

void opSwiGLU(Call& c) {
  swiglu(c.size(0), c.floats(0), c.floats(1, c.shape(0)), c.output(0, c.shape(0)));
}

void opSwiGLUGrad(Call& c) {  // dy, gate, up
  const Shape s = c.shape(0);
  swigluGrad(c.size(0), c.floats(0), c.floats(1, s), c.floats(2, s), c.output(0, s), c.output(1, s));
}

Kept keptOf(float* data, int64_t F, bool half) { return {data, F, half && half::possible}; }

void opFeedForward(Call& c) {  // x, norm, gate, up, down -> y, r, g, u
  const int64_t D = lastOf(c, 0), M = rowsOf(c.shape(0));
  const Weight gate = c.weight(2, D), up = c.weight(3, D), down = c.weight(4, gate.N);
  c.require(up.N == gate.N && down.N == D, "the three weights do not fit together");
  const bool half = c.attributes.half, keep = c.attributes.keep;
  Kept g = keptOf(nullptr, gate.N, half), u = g;
  float *y = c.output(0, c.shape(0)), *r = c.output(1, {M});
  const Shape kept = keep ? Shape{M, g.pitch()} : Shape{0, g.pitch()};
  float *gates = c.output(2, kept), *ups = c.output(3, kept);
  if (keep) g.data = gates, u.data = ups;
  feedForward(M, D, gate.N, c.attributes.eps, c.floats(0), c.floats(1, {D}), gate, up, down, y, r, g, u, half);
}

void opFeedForwardGrad(Call& c) {  // dy, x, norm, gate, up, down, r, g, u -> dx, dnorm, dgate, dup, ddown
  const int64_t D = lastOf(c, 1), M = rowsOf(c.shape(1));
  const Weight gate = c.weight(3, D), up = c.weight(4, D), down = c.weight(5, gate.N);
  c.require(up.N == gate.N && down.N == D, "the three weights do not fit together");
  const bool half = c.attributes.half, weights = c.attributes.weights;
  const int64_t F = gate.N, pitch = keptOf(nullptr, F, half).pitch();
  const Kept g = keptOf((float*)c.floats(7, {M, pitch}), F, half), u = keptOf((float*)c.floats(8, {M, pitch}), F, half);
  float *dx = c.output(0, c.shape(1)), *dnorm = c.output(1, {D});
  float* d[3] = {};
  const Shape shapes[3] = {{F, D}, {F, D}, {D, F}};
  for (int i = 0; i < 3 && weights; i++) d[i] = c.output(2 + i, shapes[i]);
  feedForwardGrad(M, D, F, c.floats(0, c.shape(1)), c.floats(1), c.floats(2, {D}), gate, up, down, c.floats(6, {M}), g,
                  u, dx, dnorm, d[0], d[1], d[2], half);
}

// q, k, v at `first`, then the places of queries and keys.
Attention attentionOf(Call& c, int q, int k, int v, int places, std::vector<int32_t>& reaches) {
  const auto& at = c.attributes;
  const Shape qs = c.shape(q), ks = c.shape(k);
  c.require(qs.size() == 3 && ks.size() == 3 && qs[0] == ks[0], "expected q and k of shape [batch, tokens, size]");
  c.require(at.headSize > 0 && at.headSize <= 256 && at.headSize % 2 == 0, "expected an even head size up to 256");
  c.require(at.heads > 0 && at.kvHeads > 0 && at.heads % at.kvHeads == 0, "heads must be a multiple of kvHeads");
  c.require(qs[2] == at.heads * at.headSize && ks[2] == at.kvHeads * at.headSize, "q or k do not have the heads said");
  if (v >= 0) c.expect(v, ks);
  Attention a{};
  a.batch = qs[0], a.queries = qs[1], a.keys = ks[1];
  a.heads = at.heads, a.kvHeads = at.kvHeads, a.headSize = at.headSize;
  a.q = c.floats(q), a.k = c.floats(k), a.v = v >= 0 ? c.floats(v) : nullptr;
  a.rotaryBase = at.rotaryBase, a.half = at.half, a.executed = &executedPairs;
  if (c.size(places) == 0 && c.size(places + 1) == 0 && at.kinds == 0) {
    c.require(at.rotaryBase == 0, "rotation needs the places of queries and keys");
    return a;
  }
  a.queryPlaces = c.ints(places, {a.batch, a.queries, column::count});
  a.keyPlaces = c.ints(places + 1, {a.batch, a.keys, column::count});
  a.kinds = (int)at.kinds;
  c.require(a.kinds > 0 && a.kinds <= 64, "expected 1 to 64 kinds");
  c.require((int64_t)at.reaches.size() == at.kinds * at.kinds, "expected kinds x kinds reaches");
  for (int64_t r : at.reaches) c.require(r >= reach::none && r <= reach::image, "expected reaches from 0 to 3");
  for (int side = 0; side < 2; side++) {
    const int32_t* rows = side ? a.keyPlaces : a.queryPlaces;
    for (int64_t t = 0, n = a.batch * (side ? a.keys : a.queries); t < n; t++) {
      const int32_t kind = rows[t * column::count + column::kind];
      c.require(kind >= 0 && kind < a.kinds, "a token's kind is out of range");
      if (rows[t * column::count] < INT32_MAX) a.positions = std::max(a.positions, rows[t * column::count] + 1);
    }
  }
  reaches.assign(at.reaches.begin(), at.reaches.end());
  a.reaches = reaches.data();
  return a;
}

void opAttention(Call& c) {  // q, k, v, queries, keys -> o, lse
  std::vector<int32_t> reaches;
  const Attention a = attentionOf(c, 0, 1, 2, 3, reaches);
  attention(a, c.output(0, c.shape(0)), c.output(1, {a.batch, a.heads, a.queries}));
}

void opAttentionGrad(Call& c) {  // dy, q, k, v, queries, keys, o, lse -> dq, dk, dv
  std::vector<int32_t> reaches;
  const Attention a = attentionOf(c, 1, 2, 3, 4, reaches);
  const Shape q = c.shape(1), k = c.shape(2);
  attentionGrad(a, c.floats(0, q), c.floats(6, q), c.floats(7, {a.batch, a.heads, a.queries}), c.output(0, q),
                c.output(1, k), c.output(2, k));
}

void opAttentionWeights(Call& c) {  // q, k, queries, keys
  std::vector<int32_t> reaches;
  const Attention a = attentionOf(c, 0, 1, -1, 2, reaches);
  attentionWeights(a, c.output(0, {a.batch, a.heads, a.queries, a.keys}));
}

const int32_t* labelsOf(Call& c, int i, int64_t M, int64_t V) {
  const int32_t* labels = c.ints(i, {M});
  for (int64_t m = 0; m < M; m++) c.require(labels[m] < V, "a label is not in the vocabulary");
  return labels;
}

void opCrossEntropy(Call& c) {  // logits, labels -> loss, lse
  const int64_t V = lastOf(c, 0), M = rowsOf(c.shape(0));
  const int32_t* labels = labelsOf(c, 1, M, V);
  float *loss = c.output(0, {}), *lse = c.output(1, {M});
  *loss = crossEntropy(M, V, c.floats(0), labels, lse);
}

void opCrossEntropyGrad(Call& c) {  // dy, logits, labels, lse
  const int64_t V = lastOf(c, 1), M = rowsOf(c.shape(1));
  crossEntropyGrad(M, V, c.floats(0, {})[0], c.floats(1), labelsOf(c, 2, M, V), c.floats(3, {M}),
                   c.output(0, c.shape(1)));
}

void opSegmentSum(Call& c) {  // x, ids
  const int64_t D = lastOf(c, 0), M = rowsOf(c.shape(0));
  c.require(c.attributes.rows >= 0, "expected a number of segments");
  segmentSum(M, D, c.attributes.rows, c.floats(0), c.ints(1, {M}), c.output(0, {c.attributes.rows, D}));
}

void opUnpack(Call& c) {  // bits
  const int64_t last = lastOf(c, 0);
  unpack(2 * c.size(0), (const bf16*)c.ints(0), c.output(0, withLast(c.shape(0), 2 * last)));
}

void opLinear(Call& c) {  // x, weight, bias?
  const int64_t K = lastOf(c, 0), M = rowsOf(c.shape(0));
  const Weight w = c.weight(1, K);
  const float* bias = c.attributes.biases ? c.floats(2, {w.N}) : nullptr;
  linear(M, c.floats(0), w, bias, c.output(0, withLast(c.shape(0), w.N)), c.attributes.half);
}

void opLinearGradX(Call& c) {  // dy, weight
  const int64_t N = lastOf(c, 0), M = rowsOf(c.shape(0));
  const Shape s = c.shape(1);
  c.require(s.size() == 2 && s[0] == N, "dy does not fit the weight");
  const Weight w = c.weight(1, s[1] * (TF_TensorType(c.input(1)) == TF_INT32 ? 2 : 1));
  linearGradX(M, c.floats(0), w, c.output(0, withLast(c.shape(0), w.K)), c.attributes.half);
}

void opLinearGradWeight(Call& c) {  // dy, x
  const int64_t N = lastOf(c, 0), K = lastOf(c, 1), M = rowsOf(c.shape(0));
  c.require(rowsOf(c.shape(1)) == M, "dy and x have different rows");
  linearGradWeight(M, N, K, c.floats(0), c.floats(1), c.output(0, {N, K}), c.attributes.half);
}

void opLowRankLinear(Call& c) {  // x, weight, a, b, bias? -> y, h
  const int64_t K = lastOf(c, 0), M = rowsOf(c.shape(0)), R = rowsOf(c.shape(2));
  const Weight w = c.weight(1, K);
  const float* bias = c.attributes.biases ? c.floats(4, {w.N}) : nullptr;
  lowRankLinear(M, R, c.attributes.scale, c.floats(0), w, c.floats(2, {R, K}), c.floats(3, {w.N, R}), bias,
                c.output(0, withLast(c.shape(0), w.N)), c.output(1, {M, R}), c.attributes.half);
}

void opLowRankLinearGrad(Call& c) {  // dy, x, weight, a, b, h -> dx, da, db
  const int64_t K = lastOf(c, 1), M = rowsOf(c.shape(1)), R = rowsOf(c.shape(3));
  const Weight w = c.weight(2, K);
  lowRankLinearGrad(M, R, c.attributes.scale, c.floats(0, withLast(c.shape(1), w.N)), c.floats(1), w,
                    c.floats(3, {R, K}), c.floats(4, {w.N, R}), c.floats(5, {M, R}), c.output(0, c.shape(1)),
                    c.output(1, {R, K}), c.output(2, {w.N, R}), c.attributes.half);
}

void opAdamW(Call& c) {  // values.., gradients.., firsts.., seconds.., rates [n, 4] -> norm, values.., firsts.., seconds..
  const auto& at = c.attributes;
  const int n = (int)at.count;
  const float* rates = c.floats(4 * n, {n, 4});
  std::vector<Parameter> all;
  for (int i = 0; i < n; i++) {
    const Shape s = c.shape(i);
    all.push_back({c.size(i), c.floats(i), c.floats(n + i, s), c.floats(2 * n + i, s), c.floats(3 * n + i, s),
                   c.output(1 + i, s), c.output(1 + n + i, s), c.output(1 + 2 * n + i, s), rates[4 * i],
                   rates[4 * i + 1], rates[4 * i + 2], rates[4 * i + 3]});
  }
  c.output(0, {})[0] = adamW(n, all.data(), {at.beta1, at.rest1}, {at.beta2, at.rest2}, at.eps, at.clip);
}

// ---- registration ------------------------------------------------------------------------------------------------

void* readAttributes(TF_OpKernelConstruction* construction) {
  auto* a = new Attributes;
  TF_Status* status = TF_NewStatus();
  const auto whole = [&](const char* name, int64_t* to) {
    TF_OpKernelConstruction_GetAttrInt64(construction, name, to, status);
  };
  const auto real = [&](const char* name, float* to) {
    TF_OpKernelConstruction_GetAttrFloat(construction, name, to, status);
  };
  const auto truth = [&](const char* name, bool* to) {
    TF_Bool b = 0;
    TF_OpKernelConstruction_GetAttrBool(construction, name, &b, status);
    *to = TF_GetCode(status) == TF_OK && b;
  };
  whole("count", &a->count), whole("biases", &a->biases), whole("heads", &a->heads), whole("kvHeads", &a->kvHeads);
  whole("headSize", &a->headSize), whole("kinds", &a->kinds), whole("rows", &a->rows);
  real("eps", &a->eps), real("rotaryBase", &a->rotaryBase), real("scale", &a->scale);
  real("beta1", &a->beta1), real("beta2", &a->beta2), real("rest1", &a->rest1), real("rest2", &a->rest2), real("clip", &a->clip);
  truth("rounded", &a->half), truth("keep", &a->keep), truth("weights", &a->weights);
  if (a->kinds > 0 && a->kinds <= 64) {
    a->reaches.assign(a->kinds * a->kinds, -1);
    const int most = (int)a->reaches.size();
    TF_OpKernelConstruction_GetAttrInt64List(construction, "reaches", a->reaches.data(), most, status);
  }
  TF_DeleteStatus(status);
  return a;
}

typedef void (*Operation)(Call&);

template <Operation run>
void compute(void* attributes, TF_OpKernelContext* context) {
  Call call(context, *(const Attributes*)attributes);
  try {
    run(call);
  } catch (const Refusal& refusal) {
    call.fail(TF_INVALID_ARGUMENT, refusal.what);
  } catch (const std::exception& error) {
    call.fail(TF_RESOURCE_EXHAUSTED, std::string("out of memory (") + error.what() + ")");
  }
}

template <Operation run>
void add(const char* name, std::initializer_list<const char*> inputs, std::initializer_list<const char*> outputs,
         std::initializer_list<const char*> attributes = {}) {
  const std::string full = std::string("ProxyLab") + name;
  TF_OpDefinitionBuilder* definition = TF_NewOpDefinitionBuilder(full.c_str());
  for (auto* x : inputs) TF_OpDefinitionBuilderAddInput(definition, x);
  for (auto* x : outputs) TF_OpDefinitionBuilderAddOutput(definition, x);
  for (auto* x : attributes) TF_OpDefinitionBuilderAddAttr(definition, x);
  TF_OpDefinitionBuilderSetIsStateful(definition, true);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, [](TF_ShapeInferenceContext* context, TF_Status* status) {
    TF_ShapeInferenceContextSetUnknownShape(context, status);
  });
  TF_Status* status = TF_NewStatus();
  TF_RegisterOpDefinition(definition, status);
  TF_KernelBuilder* kernel = TF_NewKernelBuilder(full.c_str(), "CPU", readAttributes, compute<run>,
                                                 [](void* attributes) { delete (Attributes*)attributes; });
  TF_RegisterKernelBuilder(full.c_str(), kernel, status);
  TF_DeleteStatus(status);
}

void registerAll() {
  const char *half = "rounded: bool = false", *count = "count: int >= 1", *biases = "biases: int >= 0";
  const char *weight = "weight: W", *type = "W: {float, int32}", *eps = "eps: float", *scale = "scale: float";
  add<opRmsNorm>("RMSNorm", {"x: float", "weight: float"}, {"y: float", "r: float"}, {eps});
  add<opRmsNormGrad>("RMSNormGrad", {"dy: float", "x: float", "weight: float", "r: float"},
                     {"dx: float", "dweight: float"});
  add<opRmsNormLinears>("RMSNormLinears",
                        {"x: float", "norm: float", "projections: count * W", "bias: biases * float"},
                        {"r: float", "y: count * float"}, {eps, count, biases, type, half});
  add<opRmsNormLinearsGrad>(
      "RMSNormLinearsGrad", {"dy: count * float", "x: float", "norm: float", "r: float", "projections: count * W"},
      {"dx: float", "dnorm: float", "dweight: given * float", "dbias: biases * float"},
      {count, biases, "given: int >= 0", "weights: bool", type, half});
  add<opSwiGLU>("SwiGLU", {"gate: float", "up: float"}, {"h: float"});
  add<opSwiGLUGrad>("SwiGLUGrad", {"dy: float", "gate: float", "up: float"}, {"dgate: float", "dup: float"});
  add<opFeedForward>("FeedForward", {"x: float", "norm: float", "gate: W", "up: W", "down: W"},
                     {"y: float", "r: float", "g: float", "u: float"}, {eps, type, half, "keep: bool"});
  add<opFeedForwardGrad>("FeedForwardGrad",
                         {"dy: float", "x: float", "norm: float", "gate: W", "up: W", "down: W", "r: float",
                          "g: float", "u: float"},
                         {"dx: float", "dnorm: float", "dweight: given * float"},
                         {"given: int >= 0", "weights: bool", type, half});
  const std::initializer_list<const char*> sights = {
      "heads: int", "kvHeads: int", "headSize: int", "kinds: int", "rotaryBase: float", "reaches: list(int) = []", half};
  add<opAttention>("Attention", {"q: float", "k: float", "v: float", "queries: int32", "keys: int32"},
                   {"o: float", "lse: float"}, sights);
  add<opAttentionGrad>("AttentionGrad",
                       {"dy: float", "q: float", "k: float", "v: float", "queries: int32", "keys: int32", "o: float",
                        "lse: float"},
                       {"dq: float", "dk: float", "dv: float"}, sights);
  add<opAttentionWeights>("AttentionWeights", {"q: float", "k: float", "queries: int32", "keys: int32"},
                          {"weights: float"}, sights);
  add<opCrossEntropy>("CrossEntropy", {"logits: float", "labels: int32"}, {"loss: float", "lse: float"});
  add<opCrossEntropyGrad>("CrossEntropyGrad", {"dy: float", "logits: float", "labels: int32", "lse: float"},
                          {"dlogits: float"});
  add<opSegmentSum>("SegmentSum", {"x: float", "ids: int32"}, {"sums: float"}, {"rows: int"});
  add<opUnpack>("UnpackBfloat16", {"bits: int32"}, {"values: float"});
  add<opLinear>("Linear", {"x: float", weight, "bias: biases * float"}, {"y: float"}, {biases, type, half});
  add<opLinearGradX>("LinearGradX", {"dy: float", weight}, {"dx: float"}, {type, half});
  add<opLinearGradWeight>("LinearGradWeight", {"dy: float", "x: float"}, {"dweight: float"}, {half});
  add<opLowRankLinear>("LowRankLinear", {"x: float", weight, "a: float", "b: float", "bias: biases * float"},
                       {"y: float", "h: float"}, {scale, biases, type, half});
  add<opLowRankLinearGrad>("LowRankLinearGrad", {"dy: float", "x: float", weight, "a: float", "b: float", "h: float"},
                           {"dx: float", "da: float", "db: float"}, {scale, type, half});
  add<opAdamW>("AdamW",
               {"value: count * float", "gradient: count * float", "first: count * float", "second: count * float",
                "rates: float"},
               {"norm: float", "new_value: count * float", "new_first: count * float", "new_second: count * float"},
               {count, eps, "beta1: float", "beta2: float", "rest1: float", "rest2: float", "clip: float"});
}

// ---- what JavaScript may ask ---------------------------------------------------------------------------------------

int64_t whole(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  int64_t n = 0;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  if (count == 1) napi_get_value_int64(env, argument, &n);
  return n;
}

napi_value number(napi_env env, double x) {
  napi_value value;
  napi_create_double(env, x, &value);
  return value;
}

// setThreads(n): how many threads compute from now on.
napi_value setThreads(napi_env env, napi_callback_info info) {
  threads::set((int)std::min<int64_t>(256, std::max<int64_t>(1, whole(env, info))));
  return nullptr;
}

// measure(n): the milliseconds of a small product on n threads, the best of several.
napi_value measure(napi_env env, napi_callback_info info) {
  const int before = threads::count();
  threads::set((int)std::min<int64_t>(256, std::max<int64_t>(1, whole(env, info))));
  constexpr int64_t M = 768, N = 256, K = 256;
  std::vector<float> a(M * K, 0.5f), b(K * N, 0.5f), c(M * N);
  double best = 1e9;
  for (int i = 0; i < 9; i++) {
    const auto start = std::chrono::steady_clock::now();
    matmul(M, N, K, Matrix::of(a.data(), K), Matrix::of(b.data(), N), c.data(), N, nullptr, 0, false);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    best = std::min(best, taken.count());
  }
  threads::set(before);
  return number(env, best);
}

// executedPairs(): the (query, key) pairs whose scores attention computed since the last call, summed over heads.
napi_value takeExecutedPairs(napi_env env, napi_callback_info) {
  return number(env, (double)executedPairs.exchange(0));
}

}  // namespace

NAPI_MODULE_INIT() {
#if defined(USE_AMX) && !defined(EMULATED)
  constexpr int requestPermission = 0x1023, tileData = 18;  // ARCH_REQ_XCOMP_PERM
  if (syscall(SYS_arch_prctl, requestPermission, tileData) != 0) {
    napi_throw_error(env, nullptr, "the system does not grant this process the tiles of AMX");
    return exports;
  }
#endif
  static const bool once = [] {
    // Large buffers come and go every step; giving each back to the system costs a page fault a page.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, 2147483647);
    mallopt(M_TOP_PAD, 64 << 20);
    registerAll();
    return true;
  }();
  (void)once;
  napi_value bfloat16;
  napi_get_boolean(env, half::possible, &bfloat16);
  napi_set_named_property(env, exports, "bfloat16", bfloat16);
  const napi_property_descriptor functions[] = {
      {"setThreads", nullptr, setThreads, nullptr, nullptr, nullptr, napi_default, nullptr},
      {"measure", nullptr, measure, nullptr, nullptr, nullptr, napi_default, nullptr},
      {"executedPairs", nullptr, takeExecutedPairs, nullptr, nullptr, nullptr, napi_default, nullptr},
  };
  napi_define_properties(env, exports, 3, functions);
  return exports;
}
