#include "CStore.h"

#include <sqlite3.h>
#include <sys/vfs.h>

void yousu_spare_memory_count(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int yousu_no_checkpoint_on_close(void *connection) {
    return sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0) == SQLITE_OK;
}

/* The count is kept where SQLite keeps the hook's argument, so that it needs no memory of its own. */
static int logged(void *pages, sqlite3 *connection, const char *schema, int count) {
    (void)pages, (void)schema;
    sqlite3_wal_hook(connection, logged, (void *)(intptr_t)count);
    return SQLITE_OK;
}

void yousu_watch_log(void *connection) {
    sqlite3_wal_hook((sqlite3 *)connection, logged, (void *)0);
}

int yousu_log_pages(void *connection) {
    void *pages = sqlite3_wal_hook((sqlite3 *)connection, logged, (void *)0);
    sqlite3_wal_hook((sqlite3 *)connection, logged, pages);
    return (int)(intptr_t)pages;
}

const char *yousu_sqlite_version(void) {
    return sqlite3_libversion();
}

uint32_t yousu_file_system(const char *path) {
    struct statfs status;
    return statfs(path, &status) == 0 ? (uint32_t)status.f_type : 0;
}
