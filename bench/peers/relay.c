// The least that a relay of rooms over WebSocket can do: one thread, epoll, no TLS, no library. A
// yardstick and no server: it has no bounds, no timeouts and no checks but those that it needs.
//
//   relay [--coalesce] PORT
//
// A socket that is opened at /room/7 is in room 7. A binary message goes to every member of the room,
// its sender included, behind 17 bytes: 0x01, the sender's id, and milliseconds since 1970, which
// increase. Each message is written to each member as soon as it is read; with --coalesce all that
// one turn of the event loop brings is, in one piece a member.
#define _GNU_SOURCE
#include "accept.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MAX_ROOMS = 1 << 16, MAX_EVENTS = 512, MAX_MESSAGE = 1 << 16, HEADER = 17, READ = 1 << 18 };

struct bytes {
  uint8_t *at;
  size_t length, capacity;
};

struct socket {
  int fd;
  uint64_t id;
  struct room *room;  // NULL until the handshake
  struct bytes in;    // of an unfinished request or frame
  struct bytes out;   // what the kernel has not taken yet
  bool waits_to_write;
};

struct room {
  struct socket **members;
  size_t size, capacity;
  uint64_t last_time;
  struct bytes pending;  // with --coalesce: the frames of this turn
};

static struct room *rooms[MAX_ROOMS];
static struct room *pending[MAX_EVENTS * 64];
static size_t pending_size;
static bool coalesce;
static int poll_fd;
static uint64_t next_id = 1;
static uint64_t now;
static uint8_t frame[10 + HEADER + MAX_MESSAGE];

static void die(const char *what) {
  perror(what);
  exit(2);
}

static void append(struct bytes *bytes, const void *more, size_t length) {
  if (bytes->length + length > bytes->capacity) {
    bytes->capacity = 2 * (bytes->length + length);
    bytes->at = realloc(bytes->at, bytes->capacity);
    if (!bytes->at) die("realloc");
  }
  memcpy(bytes->at + bytes->length, more, length);
  bytes->length += length;
}

static void clear(struct bytes *bytes) {
  free(bytes->at);
  *bytes = (struct bytes){0};
}

static void watch(struct socket *socket, int operation, bool write) {
  struct epoll_event event = {.events = EPOLLIN | (write ? EPOLLOUT : 0), .data.ptr = socket};
  if (epoll_ctl(poll_fd, operation, socket->fd, &event)) die("epoll_ctl");
  socket->waits_to_write = write;
}

// A socket that is gone says so by an event of its own; until then what is sent to it is lost.
static void send_to(struct socket *socket, const uint8_t *data, size_t length) {
  if (!socket->waits_to_write) {
    ssize_t sent = send(socket->fd, data, length, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) return;
    if (sent > 0) data += sent, length -= (size_t)sent;
    if (!length) return;
    watch(socket, EPOLL_CTL_MOD, true);
  }
  append(&socket->out, data, length);
}

static void write_more(struct socket *socket) {
  ssize_t sent = send(socket->fd, socket->out.at, socket->out.length, MSG_NOSIGNAL);
  if (sent < 0) return;
  socket->out.length -= (size_t)sent;
  memmove(socket->out.at, socket->out.at + sent, socket->out.length);
  if (!socket->out.length) {
    clear(&socket->out);
    watch(socket, EPOLL_CTL_MOD, false);
  }
}

static void send_to_all(struct room *room, const uint8_t *data, size_t length) {
  for (size_t i = 0; i < room->size; i++) send_to(room->members[i], data, length);
}

static void send_pending(struct room *room) {
  send_to_all(room, room->pending.at, room->pending.length);
  room->pending.length = 0;
}

static void relay(struct socket *socket, const uint8_t *mask, const uint8_t *payload, size_t length) {
  struct room *room = socket->room;
  size_t all = HEADER + length, head = all < 126 ? 2 : all < 1 << 16 ? 4 : 10;
  frame[0] = 0x82;
  frame[1] = head == 2 ? (uint8_t)all : head == 4 ? 126 : 127;
  if (head > 2) put(frame + 2, all, (int)head - 2);
  room->last_time = now > room->last_time ? now : room->last_time + 1;
  frame[head] = 1;
  put(frame + head + 1, socket->id, 8);
  put(frame + head + 9, room->last_time, 8);
  uint8_t *out = frame + head + HEADER;
  uint64_t mask8, word;
  memcpy(&mask8, mask, 4), memcpy((uint8_t *)&mask8 + 4, mask, 4);
  size_t i = 0;
  for (; i + 8 <= length; i += 8) memcpy(&word, payload + i, 8), word ^= mask8, memcpy(out + i, &word, 8);
  for (; i < length; i++) out[i] = payload[i] ^ mask[i & 3];
  if (!coalesce) {
    send_to_all(room, frame, head + all);
    return;
  }
  if (!room->pending.length) {
    if (pending_size == sizeof pending / sizeof *pending) {
      while (pending_size) send_pending(pending[--pending_size]);
    }
    pending[pending_size++] = room;
  }
  append(&room->pending, frame, head + all);
}

static void end(struct socket *socket) {
  struct room *room = socket->room;
  for (size_t i = 0; room && i < room->size; i++) {
    if (room->members[i] == socket) room->members[i] = room->members[--room->size];
  }
  close(socket->fd);
  clear(&socket->in);
  clear(&socket->out);
  free(socket);
}

static void enter(struct socket *socket, unsigned number) {
  struct room *room = rooms[number];
  if (!room) room = rooms[number] = calloc(1, sizeof *room);
  if (room->pending.length) send_pending(room);
  if (room->size == room->capacity) {
    room->capacity = room->capacity ? 2 * room->capacity : 2;
    room->members = realloc(room->members, room->capacity * sizeof *room->members);
    if (!room->members) die("realloc");
  }
  room->members[room->size++] = socket;
  socket->room = room;
  socket->id = next_id++;
}

// Returns how many bytes of a request it has answered, 0 if it is not complete, -1 to close.
static ssize_t shake_hands(struct socket *socket, const uint8_t *in, size_t length) {
  char request[1024], key[25], accept[ACCEPT_SIZE], answer[160];
  unsigned number;
  if (length >= sizeof request) return -1;
  memcpy(request, in, length);
  request[length] = 0;
  char *behind = strstr(request, "\r\n\r\n"), *header = strstr(request, "Sec-WebSocket-Key: ");
  if (!behind) return 0;
  if (sscanf(request, "GET /room/%u", &number) != 1 || number >= MAX_ROOMS || !header) return -1;
  if (sscanf(header, "Sec-WebSocket-Key: %24s", key) != 1) return -1;
  accept_key(key, accept);
  int size = snprintf(answer, sizeof answer,
                      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n",
                      accept);
  send_to(socket, (uint8_t *)answer, (size_t)size);
  enter(socket, number);
  return behind + 4 - request;
}

// Returns how many bytes a frame had, 0 if it is not complete, -1 to close (RFC 6455 section 5.2).
static ssize_t take_frame(struct socket *socket, const uint8_t *in, size_t length) {
  if (length < 2) return 0;
  size_t head = 2, payload = in[1] & 0x7f;
  if (payload >= 126) {
    head = payload == 126 ? 4 : 10;
    if (length < head) return 0;
    payload = get(in + 2, (int)head - 2);
  }
  if (payload > MAX_MESSAGE || !(in[1] & 0x80)) return -1;
  if (length < head + 4 + payload) return 0;
  if (in[0] == 0x88) {
    send_to(socket, (const uint8_t[]){0x88, 0}, 2);
    return -1;
  }
  if (in[0] != 0x82) return -1;
  relay(socket, in + head, in + head + 4, payload);
  return (ssize_t)(head + 4 + payload);
}

// Returns false to close.
static bool take(struct socket *socket, const uint8_t *in, size_t length) {
  size_t done = 0;
  while (done < length) {
    ssize_t taken = socket->room ? take_frame(socket, in + done, length - done)
                                 : shake_hands(socket, in + done, length - done);
    if (taken < 0) return false;
    if (!taken) break;
    done += (size_t)taken;
  }
  struct bytes rest = {0};
  if (done < length) append(&rest, in + done, length - done);
  clear(&socket->in);
  socket->in = rest;
  return true;
}

static bool read_more(struct socket *socket) {
  static uint8_t buffer[READ];
  ssize_t came = recv(socket->fd, buffer, sizeof buffer, 0);
  if (came <= 0) return came < 0 && errno == EAGAIN;
  if (!socket->in.length) return take(socket, buffer, (size_t)came);
  append(&socket->in, buffer, (size_t)came);
  return take(socket, socket->in.at, socket->in.length);
}

static void accept_more(int listener) {
  for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    struct socket *socket = calloc(1, sizeof *socket);
    if (!socket) die("calloc");
    socket->fd = fd;
    watch(socket, EPOLL_CTL_ADD, false);
  }
}

static int listen_at(int port) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {.sin_family = AF_INET,
                                .sin_port = htons((uint16_t)port),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
  if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, SOMAXCONN)) die("listen");
  getsockname(listener, (struct sockaddr *)&address, &length);
  printf("listening on http://127.0.0.1:%d\n", ntohs(address.sin_port));
  fflush(stdout);
  return listener;
}

int main(int count, char **arguments) {
  coalesce = count > 2 && !strcmp(arguments[1], "--coalesce");
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  if ((poll_fd = epoll_create1(0)) < 0) die("epoll_create1");
  struct socket listener = {.fd = listen_at(atoi(arguments[count - 1]))};
  watch(&listener, EPOLL_CTL_ADD, false);
  for (;;) {
    struct epoll_event events[MAX_EVENTS];
    int size = epoll_wait(poll_fd, events, MAX_EVENTS, -1);
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    now = (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
    for (int i = 0; i < size; i++) {
      struct socket *socket = events[i].data.ptr;
      if (socket == &listener) {
        accept_more(listener.fd);
        continue;
      }
      if (events[i].events & EPOLLOUT) write_more(socket);
      if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR) && !read_more(socket)) end(socket);
    }
    while (pending_size) send_pending(pending[--pending_size]);
  }
}
