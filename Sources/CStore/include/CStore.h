#ifndef YOUSU_CSTORE_H
#define YOUSU_CSTORE_H

#include <stdint.h>

/* What the store needs of C that Swift cannot call: a variadic function, and a header outside its modules. */

/* Spares SQLite the count of its memory, for which every allocation takes a lock. Only before the first connection. */
void yousu_spare_memory_count(void);

/* Keeps a connection from checkpointing when it is closed. True if it worked. */
int yousu_no_checkpoint_on_close(void *connection);

/* Keeps count of the write-ahead log of a connection. SQLite's own automatic checkpoints end with that. */
void yousu_watch_log(void *connection);

/* The pages in the write-ahead log after the last commit of a connection that is watched; 0 before the first. */
int yousu_log_pages(void *connection);

/* The version of the SQLite library that is loaded. */
const char *yousu_sqlite_version(void);

/* The magic number of the file system on which a path lies, or 0 where it cannot be told. */
uint32_t yousu_file_system(const char *path);

#endif
