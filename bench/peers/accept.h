// How a WebSocket is accepted (RFC 6455 section 4.2.2), and numbers in big-endian bytes.
#include <stdint.h>

enum { ACCEPT_SIZE = 29 };

// What a server answers to a client's key; ends with a zero byte.
void accept_key(const char *key, char accept[ACCEPT_SIZE]);

static inline void put(uint8_t *at, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; i++) at[i] = (uint8_t)(value >> 8 * (bytes - 1 - i));
}

static inline uint64_t get(const uint8_t *at, int bytes) {
  uint64_t value = 0;
  for (int i = 0; i < bytes; i++) value = value << 8 | at[i];
  return value;
}
