// One entry a file of Resources/. A test compares the table with the folder.
#include "CResources.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char NOTICES_md[] = {
#embed "../../Resources/NOTICES.md"
};
static const unsigned char rights_tsv[] = {
#embed "../../Resources/rights.tsv"
};
static const unsigned char team_texts_tsv[] = {
#embed "../../Resources/team_texts.tsv"
};
static const unsigned char theme_tsv[] = {
#embed "../../Resources/theme.tsv"
};
static const unsigned char demo_customers_tsv[] = {
#embed "../../Resources/demo/customers.tsv"
};
static const unsigned char demo_notes_tsv[] = {
#embed "../../Resources/demo/notes.tsv"
};
static const unsigned char policies_channel_json[] = {
#embed "../../Resources/policies/channel.json"
};
static const unsigned char policies_dealer_json[] = {
#embed "../../Resources/policies/dealer.json"
};
static const unsigned char policies_direct_json[] = {
#embed "../../Resources/policies/direct.json"
};
static const unsigned char tables_area_codes_tsv[] = {
#embed "../../Resources/tables/area_codes.tsv"
};
static const unsigned char tables_area_places_tsv[] = {
#embed "../../Resources/tables/area_places.tsv"
};
static const unsigned char tables_divisions_tsv[] = {
#embed "../../Resources/tables/divisions.tsv"
};
static const unsigned char tables_feasts_tsv[] = {
#embed "../../Resources/tables/feasts.tsv"
};
static const unsigned char tables_festivals_tsv[] = {
#embed "../../Resources/tables/festivals.tsv"
};
static const unsigned char tables_folds_tsv[] = {
#embed "../../Resources/tables/folds.tsv"
};
static const unsigned char tables_call_record_headings_tsv[] = {
#embed "../../Resources/tables/call_record_headings.tsv"
};
static const unsigned char tables_import_headings_tsv[] = {
#embed "../../Resources/tables/import_headings.tsv"
};
static const unsigned char tables_industry_words_tsv[] = {
#embed "../../Resources/tables/industry_words.tsv"
};
static const unsigned char tables_mobile_prefixes_tsv[] = {
#embed "../../Resources/tables/mobile_prefixes.tsv"
};
static const unsigned char tables_name_asides_tsv[] = {
#embed "../../Resources/tables/name_asides.tsv"
};
static const unsigned char tables_name_words_tsv[] = {
#embed "../../Resources/tables/name_words.tsv"
};
static const unsigned char tables_phone_words_tsv[] = {
#embed "../../Resources/tables/phone_words.tsv"
};
static const unsigned char tables_pinyin_tsv[] = {
#embed "../../Resources/tables/pinyin.tsv"
};
static const unsigned char tables_pinyin_phrases_tsv[] = {
#embed "../../Resources/tables/pinyin_phrases.tsv"
};
static const unsigned char tables_towns_tsv[] = {
#embed "../../Resources/tables/towns.tsv"
};
static const unsigned char tables_trad_simp_tsv[] = {
#embed "../../Resources/tables/trad_simp.tsv"
};
static const unsigned char tables_when_words_tsv[] = {
#embed "../../Resources/tables/when_words.tsv"
};
static const unsigned char tables_workdays_tsv[] = {
#embed "../../Resources/tables/workdays.tsv"
};
static const unsigned char words_applications_tsv[] = {
#embed "../../Resources/words/applications.tsv"
};
static const unsigned char words_aside_tsv[] = {
#embed "../../Resources/words/aside.tsv"
};
static const unsigned char words_audit_tsv[] = {
#embed "../../Resources/words/audit.tsv"
};
static const unsigned char words_business_tsv[] = {
#embed "../../Resources/words/business.tsv"
};
static const unsigned char words_buyers_tsv[] = {
#embed "../../Resources/words/buyers.tsv"
};
static const unsigned char words_checking_tsv[] = {
#embed "../../Resources/words/checking.tsv"
};
static const unsigned char words_collision_tsv[] = {
#embed "../../Resources/words/collision.tsv"
};
static const unsigned char words_columns_tsv[] = {
#embed "../../Resources/words/columns.tsv"
};
static const unsigned char words_command_tsv[] = {
#embed "../../Resources/words/command.tsv"
};
static const unsigned char words_day_tsv[] = {
#embed "../../Resources/words/day.tsv"
};
static const unsigned char words_desk_tsv[] = {
#embed "../../Resources/words/desk.tsv"
};
static const unsigned char words_doctor_tsv[] = {
#embed "../../Resources/words/doctor.tsv"
};
static const unsigned char words_evening_tsv[] = {
#embed "../../Resources/words/evening.tsv"
};
static const unsigned char words_form_tsv[] = {
#embed "../../Resources/words/form.tsv"
};
static const unsigned char words_handover_tsv[] = {
#embed "../../Resources/words/handover.tsv"
};
static const unsigned char words_help_tsv[] = {
#embed "../../Resources/words/help.tsv"
};
static const unsigned char words_options_tsv[] = {
#embed "../../Resources/words/options.tsv"
};
static const unsigned char words_orders_tsv[] = {
#embed "../../Resources/words/orders.tsv"
};
static const unsigned char words_refusals_tsv[] = {
#embed "../../Resources/words/refusals.tsv"
};
static const unsigned char words_reports_tsv[] = {
#embed "../../Resources/words/reports.tsv"
};
static const unsigned char words_requests_tsv[] = {
#embed "../../Resources/words/requests.tsv"
};
static const unsigned char words_sea_tsv[] = {
#embed "../../Resources/words/sea.tsv"
};
static const unsigned char words_tomorrow_tsv[] = {
#embed "../../Resources/words/tomorrow.tsv"
};

static const struct {
  const char *name;
  const unsigned char *data;
  size_t size;
} files[] = {
    {"NOTICES.md", NOTICES_md, sizeof NOTICES_md},
    {"rights.tsv", rights_tsv, sizeof rights_tsv},
    {"team_texts.tsv", team_texts_tsv, sizeof team_texts_tsv},
    {"theme.tsv", theme_tsv, sizeof theme_tsv},
    {"demo/customers.tsv", demo_customers_tsv, sizeof demo_customers_tsv},
    {"demo/notes.tsv", demo_notes_tsv, sizeof demo_notes_tsv},
    {"policies/channel.json", policies_channel_json, sizeof policies_channel_json},
    {"policies/dealer.json", policies_dealer_json, sizeof policies_dealer_json},
    {"policies/direct.json", policies_direct_json, sizeof policies_direct_json},
    {"tables/area_codes.tsv", tables_area_codes_tsv, sizeof tables_area_codes_tsv},
    {"tables/area_places.tsv", tables_area_places_tsv, sizeof tables_area_places_tsv},
    {"tables/divisions.tsv", tables_divisions_tsv, sizeof tables_divisions_tsv},
    {"tables/feasts.tsv", tables_feasts_tsv, sizeof tables_feasts_tsv},
    {"tables/festivals.tsv", tables_festivals_tsv, sizeof tables_festivals_tsv},
    {"tables/folds.tsv", tables_folds_tsv, sizeof tables_folds_tsv},
    {"tables/call_record_headings.tsv", tables_call_record_headings_tsv, sizeof tables_call_record_headings_tsv},
    {"tables/import_headings.tsv", tables_import_headings_tsv, sizeof tables_import_headings_tsv},
    {"tables/industry_words.tsv", tables_industry_words_tsv, sizeof tables_industry_words_tsv},
    {"tables/mobile_prefixes.tsv", tables_mobile_prefixes_tsv, sizeof tables_mobile_prefixes_tsv},
    {"tables/name_asides.tsv", tables_name_asides_tsv, sizeof tables_name_asides_tsv},
    {"tables/name_words.tsv", tables_name_words_tsv, sizeof tables_name_words_tsv},
    {"tables/phone_words.tsv", tables_phone_words_tsv, sizeof tables_phone_words_tsv},
    {"tables/pinyin.tsv", tables_pinyin_tsv, sizeof tables_pinyin_tsv},
    {"tables/pinyin_phrases.tsv", tables_pinyin_phrases_tsv, sizeof tables_pinyin_phrases_tsv},
    {"tables/towns.tsv", tables_towns_tsv, sizeof tables_towns_tsv},
    {"tables/trad_simp.tsv", tables_trad_simp_tsv, sizeof tables_trad_simp_tsv},
    {"tables/when_words.tsv", tables_when_words_tsv, sizeof tables_when_words_tsv},
    {"tables/workdays.tsv", tables_workdays_tsv, sizeof tables_workdays_tsv},
    {"words/applications.tsv", words_applications_tsv, sizeof words_applications_tsv},
    {"words/aside.tsv", words_aside_tsv, sizeof words_aside_tsv},
    {"words/audit.tsv", words_audit_tsv, sizeof words_audit_tsv},
    {"words/business.tsv", words_business_tsv, sizeof words_business_tsv},
    {"words/buyers.tsv", words_buyers_tsv, sizeof words_buyers_tsv},
    {"words/checking.tsv", words_checking_tsv, sizeof words_checking_tsv},
    {"words/collision.tsv", words_collision_tsv, sizeof words_collision_tsv},
    {"words/columns.tsv", words_columns_tsv, sizeof words_columns_tsv},
    {"words/command.tsv", words_command_tsv, sizeof words_command_tsv},
    {"words/day.tsv", words_day_tsv, sizeof words_day_tsv},
    {"words/desk.tsv", words_desk_tsv, sizeof words_desk_tsv},
    {"words/doctor.tsv", words_doctor_tsv, sizeof words_doctor_tsv},
    {"words/evening.tsv", words_evening_tsv, sizeof words_evening_tsv},
    {"words/form.tsv", words_form_tsv, sizeof words_form_tsv},
    {"words/handover.tsv", words_handover_tsv, sizeof words_handover_tsv},
    {"words/help.tsv", words_help_tsv, sizeof words_help_tsv},
    {"words/options.tsv", words_options_tsv, sizeof words_options_tsv},
    {"words/orders.tsv", words_orders_tsv, sizeof words_orders_tsv},
    {"words/refusals.tsv", words_refusals_tsv, sizeof words_refusals_tsv},
    {"words/reports.tsv", words_reports_tsv, sizeof words_reports_tsv},
    {"words/requests.tsv", words_requests_tsv, sizeof words_requests_tsv},
    {"words/sea.tsv", words_sea_tsv, sizeof words_sea_tsv},
    {"words/tomorrow.tsv", words_tomorrow_tsv, sizeof words_tomorrow_tsv},
};

static const size_t count = sizeof files / sizeof files[0];

const unsigned char *asset(const char *name, size_t *size) {
  for (size_t i = 0; i < count; i++) {
    if (strcmp(files[i].name, name) != 0) continue;
    *size = files[i].size;
    return files[i].data;
  }
  *size = 0;
  return NULL;
}

const char *asset_name(size_t index) { return index < count ? files[index].name : NULL; }
