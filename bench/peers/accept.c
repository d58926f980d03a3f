#include "accept.h"

#include <stdio.h>
#include <string.h>

static uint32_t rotate(uint32_t word, int bits) { return word << bits | word >> (32 - bits); }

// RFC 3174, of a text that fits into two blocks with its padding.
static void sha1(const char *text, size_t length, uint8_t digest[20]) {
  uint8_t blocks[128] = {0};
  memcpy(blocks, text, length);
  blocks[length] = 0x80;
  put(blocks + 120, 8 * length, 8);
  uint32_t h[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  for (int block = 0; block < 2; block++) {
    uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int t = 0; t < 16; t++) w[t] = (uint32_t)get(blocks + 64 * block + 4 * t, 4);
    for (int t = 16; t < 80; t++) w[t] = rotate(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
    for (int t = 0; t < 80; t++) {
      uint32_t f = t < 20   ? ((b & c) | (~b & d)) + 0x5a827999
                   : t < 40 ? (b ^ c ^ d) + 0x6ed9eba1
                   : t < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
                            : (b ^ c ^ d) + 0xca62c1d6;
      uint32_t next = rotate(a, 5) + f + e + w[t];
      e = d, d = c, c = rotate(b, 30), b = a, a = next;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
  }
  for (int i = 0; i < 5; i++) put(digest + 4 * i, h[i], 4);
}

static void base64(const uint8_t digest[20], char text[ACCEPT_SIZE]) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (int i = 0; i < 27; i++) {
    int bit = 6 * i, byte = bit / 8;
    unsigned two = digest[byte] << 8 | (byte < 19 ? digest[byte + 1] : 0);
    text[i] = digits[two >> (10 - bit % 8) & 63];
  }
  strcpy(text + 27, "=");
}

void accept_key(const char *key, char accept[ACCEPT_SIZE]) {
  char text[64];
  uint8_t digest[20];
  int length =
      snprintf(text, sizeof text, "%.24s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key);
  sha1(text, (size_t)length, digest);
  base64(digest, accept);
}
