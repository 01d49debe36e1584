/* The frame of every page: the head of the document, the masthead, the breadcrumbs, the action bar
 * and the foot; links; and words for the codes in the tables of fields. The pages themselves are in
 * pages/ and record_page/.
 *
 * A page is written in this order: page_begin, the trail, the content with page_write_actions in
 * its head, page_end. The first error of the buffer stops all further writing; the caller looks at
 * it once, at the end.
 *
 * May include: citation, http, looks, markup.
 */
#pragma once

#include "layout/link.h"
#include "layout/page.h"
#include "layout/say.h"
#include "layout/say_date.h"
