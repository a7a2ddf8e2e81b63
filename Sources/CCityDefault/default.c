#include "CCityDefault.h"

/* The built-in city is embedded, so that the program needs no folder beside its binary. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char city[] = {
#embed "../../config/xining/city.yml"
};
static const unsigned char channels[] = {
#embed "../../config/xining/channels.yml"
};
static const unsigned char categories[] = {
#embed "../../config/xining/categories.yml"
};
static const unsigned char units[] = {
#embed "../../config/xining/units.yml"
};
static const unsigned char areas[] = {
#embed "../../config/xining/areas.yml"
};
static const unsigned char dispatch[] = {
#embed "../../config/xining/dispatch.yml"
};
static const unsigned char limits[] = {
#embed "../../config/xining/limits.yml"
};
static const unsigned char workflow[] = {
#embed "../../config/xining/workflow.yml"
};
static const unsigned char rates[] = {
#embed "../../config/xining/rates.yml"
};
static const unsigned char findings[] = {
#embed "../../config/xining/findings.yml"
};
static const unsigned char calendar[] = {
#embed "../../config/xining/calendar.yml"
};
static const unsigned char bulletin[] = {
#embed "../../config/xining/templates/bulletin.txt"
};
static const unsigned char notice[] = {
#embed "../../config/xining/templates/notice.txt"
};

static const struct yousu_city_file files[] = {
    {"city.yml", city, sizeof city},
    {"channels.yml", channels, sizeof channels},
    {"categories.yml", categories, sizeof categories},
    {"units.yml", units, sizeof units},
    {"areas.yml", areas, sizeof areas},
    {"dispatch.yml", dispatch, sizeof dispatch},
    {"limits.yml", limits, sizeof limits},
    {"workflow.yml", workflow, sizeof workflow},
    {"rates.yml", rates, sizeof rates},
    {"findings.yml", findings, sizeof findings},
    {"calendar.yml", calendar, sizeof calendar},
    {"templates/bulletin.txt", bulletin, sizeof bulletin},
    {"templates/notice.txt", notice, sizeof notice},
    {0, 0, 0},
};

struct yousu_city_file yousu_city_default(size_t index) {
    size_t last = sizeof files / sizeof files[0] - 1;
    return files[index < last ? index : last];
}
