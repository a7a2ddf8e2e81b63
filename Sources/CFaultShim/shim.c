#define _GNU_SOURCE
#include <sys/file.h>
#include "CFaultShim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* The C library's own function. */
#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

enum { FILES = 4096 };

static const char *under, *only;
static long at, error = EIO, shift;
static int stays, kills, calls = -1, trace = -1;
static long counted;
static char *paths[FILES];
/* What is traced is done and written down at once, so that both have one order. */
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

static long number(const char *name) {
    const char *text = getenv(name);
    return text ? atol(text) : 0;
}

static int opened(const char *name) {
    const char *path = getenv(name);
    if (!path) return -1;
    REAL(open);
    int file = real(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    /* Beyond what the program may reach with its own numbers. */
    int high = fcntl(file, F_DUPFD_CLOEXEC, FILES);
    return high >= 0 ? high : file;
}

__attribute__((constructor)) static void begin(void) {
    under = getenv("YOUSU_SHIM_UNDER");
    only = getenv("YOUSU_SHIM_ONLY");
    at = number("YOUSU_SHIM_AT");
    stays = (int)number("YOUSU_SHIM_STAYS");
    kills = (int)number("YOUSU_SHIM_KILL");
    shift = number("YOUSU_SHIM_CLOCK");
    if (getenv("YOUSU_SHIM_ERROR")) error = number("YOUSU_SHIM_ERROR");
    calls = opened("YOUSU_SHIM_CALLS");
    trace = opened("YOUSU_SHIM_TRACE");
    if (getenv("YOUSU_SHIM_SIZE")) {
        rlim_t size = (rlim_t)number("YOUSU_SHIM_SIZE");
        struct rlimit limit = {size, size};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
}

static int concerns(const char *path) {
    return under && path && strncmp(path, under, strlen(under)) == 0;
}

static const char *path_of(int file) {
    return file >= 0 && file < FILES ? paths[file] : 0;
}

static void put(int file, const void *bytes, size_t count) {
    REAL(write);
    while (count > 0) {
        ssize_t written = real(file, bytes, count);
        if (written <= 0) _exit(99);
        bytes = (const char *)bytes + written;
        count -= (size_t)written;
    }
}

/* Whether this call is one that fails. */
static int fails(char kind, const char *name, const char *path) {
    if (!path || (only && !strchr(only, kind))) return 0;
    long now = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
    if (calls >= 0) {
        char line[PATH_MAX + 40];
        const char *file = strrchr(path, '/');
        int length = snprintf(line, sizeof line, "%s %s\n", name, file ? file + 1 : path);
        put(calls, line, (size_t)length);
    }
    if (at == 0 || (now != at && !(stays && now > at))) return 0;
    if (kills) kill(getpid(), SIGKILL);
    errno = (int)error;
    return 1;
}

/* A line of the trace: what was done, two paths, where, and the data. */
static void tell(char what, const char *path, const char *other, uint64_t place, const void *data, uint64_t count) {
    if (!other) other = "";
    uint64_t head[5] = {(uint64_t)what, strlen(path), strlen(other), place, count};
    put(trace, head, sizeof head);
    put(trace, path, strlen(path));
    put(trace, other, strlen(other));
    if (data) put(trace, data, count);
}

#define TRACED(path) (trace >= 0 && (path))

static void lock(void) { pthread_mutex_lock(&order); }
static void unlock(void) {
    int kept = errno;
    pthread_mutex_unlock(&order);
    errno = kept;
}

static int has_mode(int flags) { return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE; }

static int note_open(int file, const char *path, int flags, int was_there) {
    if (file >= 0 && file < FILES) {
        free(paths[file]);
        paths[file] = strdup(path);
    }
    if (file >= 0 && trace >= 0) {
        if (!was_there) tell('c', path, 0, 0, 0, 0);
        else if (flags & O_TRUNC) tell('t', path, 0, 0, 0, 0);
    }
    return file;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        mode_t mode = 0; \
        if (has_mode(flags)) { \
            va_list list; \
            va_start(list, flags); \
            mode = va_arg(list, mode_t); \
            va_end(list); \
        } \
        if (!concerns(path)) return real(path, flags, mode); \
        if (fails('o', "open", path)) return -1; \
        int was_there = !(flags & O_CREAT) || access(path, F_OK) == 0; \
        lock(); \
        int file = note_open(real(path, flags, mode), path, flags, was_there); \
        unlock(); \
        return file; \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        REAL(name); \
        mode_t mode = 0; \
        if (has_mode(flags)) { \
            va_list list; \
            va_start(list, flags); \
            mode = va_arg(list, mode_t); \
            va_end(list); \
        } \
        if (!concerns(path)) return real(folder, path, flags, mode); \
        if (fails('o', "openat", path)) return -1; \
        int was_there = !(flags & O_CREAT) || access(path, F_OK) == 0; \
        lock(); \
        int file = note_open(real(folder, path, flags, mode), path, flags, was_there); \
        unlock(); \
        return file; \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int file) {
    REAL(close);
    if (file >= 0 && file < FILES && paths[file]) {
        free(paths[file]);
        paths[file] = 0;
    }
    return real(file);
}

ssize_t read(int file, void *bytes, size_t count) {
    REAL(read);
    return fails('r', "read", path_of(file)) ? -1 : real(file, bytes, count);
}

#define PREAD(name, offset) \
    ssize_t name(int file, void *bytes, size_t count, offset place) { \
        REAL(name); \
        return fails('r', "pread", path_of(file)) ? -1 : real(file, bytes, count, place); \
    }
PREAD(pread, off_t)
PREAD(pread64, off64_t)

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(write);
    const char *path = path_of(file);
    if (fails('w', "write", path)) return -1;
    if (!TRACED(path)) return real(file, bytes, count);
    lock();
    off_t place = lseek(file, 0, SEEK_CUR);
    ssize_t written = real(file, bytes, count);
    if (written > 0) tell('w', path, 0, (uint64_t)place, bytes, (uint64_t)written);
    unlock();
    return written;
}

#define PWRITE(name, offset) \
    ssize_t name(int file, const void *bytes, size_t count, offset place) { \
        REAL(name); \
        const char *path = path_of(file); \
        if (fails('w', "pwrite", path)) return -1; \
        if (!TRACED(path)) return real(file, bytes, count, place); \
        lock(); \
        ssize_t written = real(file, bytes, count, place); \
        if (written > 0) tell('w', path, 0, (uint64_t)place, bytes, (uint64_t)written); \
        unlock(); \
        return written; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SYNC(name) \
    int name(int file) { \
        REAL(name); \
        const char *path = path_of(file); \
        if (fails('s', #name, path)) return -1; \
        if (!TRACED(path)) return real(file); \
        lock(); \
        int failure = real(file); \
        if (failure == 0) tell('s', path, 0, 0, 0, 0); \
        unlock(); \
        return failure; \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset) \
    int name(int file, offset size) { \
        REAL(name); \
        const char *path = path_of(file); \
        if (fails('t', "ftruncate", path)) return -1; \
        if (!TRACED(path)) return real(file, size); \
        lock(); \
        int failure = real(file, size); \
        if (failure == 0) tell('t', path, 0, (uint64_t)size, 0, 0); \
        unlock(); \
        return failure; \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int unlink(const char *path) {
    REAL(unlink);
    if (!concerns(path)) return real(path);
    if (fails('n', "unlink", path)) return -1;
    lock();
    int failure = real(path);
    if (failure == 0 && trace >= 0) tell('u', path, 0, 0, 0, 0);
    unlock();
    return failure;
}

#define NAMING(name, letter) \
    int name(const char *path, const char *other) { \
        REAL(name); \
        if (!concerns(path)) return real(path, other); \
        if (fails('n', #name, path)) return -1; \
        lock(); \
        int failure = real(path, other); \
        if (failure == 0 && trace >= 0) tell(letter, path, other, 0, 0, 0); \
        unlock(); \
        return failure; \
    }
NAMING(rename, 'r')
NAMING(link, 'l')

static int locks(int command) {
    switch (command) {
    case F_GETLK: case F_SETLK: case F_SETLKW: case F_OFD_GETLK: case F_OFD_SETLK: case F_OFD_SETLKW: return 1;
    default: return 0;
    }
}

#define CONTROL(name) \
    int name(int file, int command, ...) { \
        REAL(name); \
        va_list list; \
        va_start(list, command); \
        void *argument = va_arg(list, void *); \
        va_end(list); \
        if (locks(command) && fails('l', "fcntl", path_of(file))) return -1; \
        return real(file, command, argument); \
    }
CONTROL(fcntl)
CONTROL(fcntl64)

int flock(int file, int operation) {
    REAL(flock);
    return fails('l', "flock", path_of(file)) ? -1 : real(file, operation);
}

#define MAP(name, offset) \
    void *name(void *address, size_t length, int protection, int flags, int file, offset place) { \
        REAL(name); \
        if (fails('m', "mmap", path_of(file))) return MAP_FAILED; \
        return real(address, length, protection, flags, file, place); \
    }
MAP(mmap, off_t)
MAP(mmap64, off64_t)

time_t time(time_t *result) {
    REAL(time);
    time_t now = real(0) + shift;
    if (result) *result = now;
    return now;
}

int clock_gettime(clockid_t clock, struct timespec *result) {
    REAL(clock_gettime);
    int failure = real(clock, result);
    if (failure == 0 && clock == CLOCK_REALTIME) result->tv_sec += shift;
    return failure;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone) {
    static int (*real)(struct timeval *, void *);
    if (!real) real = (int (*)(struct timeval *, void *))dlsym(RTLD_NEXT, "gettimeofday");
    int failure = real(result, zone);
    if (failure == 0) result->tv_sec += shift;
    return failure;
}
