#ifndef YOUSU_CITY_DEFAULT_H
#define YOUSU_CITY_DEFAULT_H

#include <stddef.h>

/* One file of the built-in city, as it stands in config/ at build time. Not NUL-terminated. */
struct yousu_city_file {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/* The file at `index`, or one whose name is NULL past the last. */
struct yousu_city_file yousu_city_default(size_t index);

#endif
