/* The pages: one function for each kind. A page knows no HTTP: it is written from records and
 * parameters into the buffer of its markup.
 *
 * May include: home_page, http, layout, markup, query, record_page, record_parts.
 */
#pragma once

#include "home_page/home_page.h"
#include "pages/choices_page.h"
#include "pages/list_page.h"
#include "pages/problem_page.h"
#include "pages/search_files_page.h"
#include "pages/search_page.h"
#include "record_page/record_page.h"
