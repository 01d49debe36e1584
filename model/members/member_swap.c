/* Entries that begin with something else than the name of a person. */
#include "members/member_private.h"
#include "members/member_role.h"

/* Returns true if a text is a name in several words, and no role or organization. */
static bool is_full_name(struct text_span text)
{
    unsigned roles;
    return memchr(text.text, ' ', text.length) && member_is_name(text, false) &&
           !member_is_role(text, &roles) && !member_is_organization(text);
}

/* Exchanges an office and a name: "President: N", "Chair - N". */
static bool swap_office(struct member *member)
{
    unsigned roles;
    if (!member_is_role(member->name, &roles) || !member_is_name(member->organization, false) ||
        member_is_role(member->organization, &(unsigned){0}))
        return false;
    member->post = member->name;
    member->roles |= roles;
    member->name = member->organization;
    member->organization = (struct text_span){NULL, 0};
    return true;
}

/* Exchanges an organization and the person in it: "Liste A: N", "ABC: N". Letters that are the
 * initials of the name are its abbreviation. */
static bool swap_organization(struct member *member)
{
    const struct text_span name = member->name;
    const bool letters = member_is_short_form(name);
    if ((!letters && !member_is_organization(name)) || !is_full_name(member->organization))
        return false;
    member->name = member->organization;
    member->organization = (struct text_span){NULL, 0};
    if (letters && member_is_initials(name, member->name))
        member->abbreviation = name;
    else
        member->organization = name;
    return true;
}

/* Exchanges a handle, or a name in one word of small letters, and the name of its person. What
 * follows the name is the organization: "@h (N, Example Ltd)". */
static void swap_handle(struct member *member)
{
    unsigned roles;
    const struct text_span name = member->name;
    const bool handle = name.length && *name.text == '@';
    const bool small = name.length && *name.text >= 'a' && *name.text <= 'z';
    if ((!handle && !small) || memchr(name.text, ' ', name.length) ||
        !is_full_name(member->organization))
        return;
    if (!handle)
        member->nick = name;
    member->name = member->organization;
    if (member->post.length && member_is_role(member->post, &roles)) {
        member->roles |= roles; /* "@h (N, chair)" */
        member->organization = (struct text_span){NULL, 0};
        return;
    }
    member->organization = member->post;
    member->post = (struct text_span){NULL, 0};
}

void member_swap_name(struct member *member)
{
    if (member->organization.length && !swap_office(member) && !swap_organization(member))
        swap_handle(member);
}
