// Holds back what native libraries write to file descriptor 2. TensorFlow greets there while it loads, before its own
// logging can be told to be silent, and JavaScript cannot redirect a descriptor.
#include <node_api.h>
#include <sys/mman.h>
#include <unistd.h>

#include <string>

static int original = -1;
static int kept = -1;

// hold(): from now on, standard error is kept in memory.
static napi_value Hold(napi_env env, napi_callback_info) {
  if (original >= 0) return nullptr;
  kept = memfd_create("standard-error", MFD_CLOEXEC);
  if (kept < 0) return nullptr;
  original = dup(2);
  if (original < 0 || dup2(kept, 2) < 0) {
    if (original >= 0) close(original);
    close(kept);
    original = kept = -1;
  }
  return nullptr;
}

// release(): standard error is itself again; returns what was written meanwhile.
static napi_value Release(napi_env env, napi_callback_info) {
  std::string text;
  if (original >= 0) {
    dup2(original, 2);
    close(original);
    char buffer[4096];
    lseek(kept, 0, SEEK_SET);
    for (ssize_t n; (n = read(kept, buffer, sizeof buffer)) > 0;) text.append(buffer, n);
    close(kept);
    original = kept = -1;
  }
  napi_value result;
  napi_create_string_utf8(env, text.data(), text.size(), &result);
  return result;
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
