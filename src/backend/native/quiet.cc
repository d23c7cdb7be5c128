// Drops what native libraries write to file descriptor 2. TensorFlow greets there while it loads, before its own
// logging can be told to be silent, and JavaScript cannot redirect a descriptor.
#include <fcntl.h>
#include <node_api.h>
#include <unistd.h>

static int original = -1;

// hold(): from now on, nothing that is written to standard error arrives.
static napi_value Hold(napi_env, napi_callback_info) {
  if (original >= 0) return nullptr;
  int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nothing < 0) return nullptr;
  original = fcntl(2, F_DUPFD_CLOEXEC, 3);
  if (original >= 0) dup2(nothing, 2);
  close(nothing);
  return nullptr;
}

// release(): standard error is itself again.
static napi_value Release(napi_env, napi_callback_info) {
  if (original < 0) return nullptr;
  dup2(original, 2);
  close(original);
  original = -1;
  return nullptr;
}

static napi_value Init(napi_env env, napi_value exports) {
  napi_property_descriptor properties[] = {
      {"hold", nullptr, Hold, nullptr, nullptr, nullptr, napi_default, nullptr},
      {"release", nullptr, Release, nullptr, nullptr, nullptr, napi_default, nullptr},
  };
  napi_define_properties(env, exports, 2, properties);
  return exports;
}

NAPI_MODULE(quiet, Init)
