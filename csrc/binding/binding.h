/*
** The Lua face of the core. Each file of this folder adds its functions and
** classes to the module table; core.c calls them in turn. Only this folder
** includes lua.h.
*/
#ifndef JILU_BINDING_H
#define JILU_BINDING_H

#include <lauxlib.h>
#include <lua.h>

#include "binding/compat.h"

#include "vocabulary/decimal.h"
#include "jilu.h"
#include "record/json.h"
#include "prose/punctuation.h"

/*
** What stands first in a userdata that can be closed: how many functions that
** have not returned, and objects that keep it, rely on what it holds.
*/
typedef struct jiluL_closable {
  unsigned users;
#if LUA_VERSION_NUM < 504
  unsigned marks, era;      /* how many count, and which */
  int depth;                /* of the call of the first that does */
  lua_State *thread;
  lua_CFunction function;
#endif
} jiluL_closable;

/* Such a userdata for one object of the core; NULL where it is closed. */
typedef struct jiluL_box {
  jiluL_closable use;
  void *is;
} jiluL_box;

/*
** Marks the closable userdata at 'index' as in use until the function that
** runs returns or raises. Pushes one value, which must stay where it is: what
** is pushed later may be popped, but not it. To push it may run a finalizer, so
** whether the object is open is to be asked afterwards.
*/
void jiluL_use (lua_State *L, int index);

/*
** The same for a function that may give way (lua_yieldk): where nobody goes on
** with it, the mark goes with the coroutine.
*/
void jiluL_hold (lua_State *L, int index);

/* Raises where the closable userdata at 'arg' is in use. */
void jiluL_checkunused (lua_State *L, int arg);

/*
** Pushes a new closable userdata of a class, closed and with 'values' user
** values: what is made later goes where it goes.
*/
jiluL_box *jiluL_newbox (lua_State *L, const char *class_name, int values);

/*
** Pushes a box for memory of the core, which is freed (jilu_free) with it; it
** is made before that memory is.
*/
char **jiluL_newmemory (lua_State *L);

/* Each expects the module table on top of the stack and leaves it there. */
void jiluL_open_use (lua_State *L);
void jiluL_open_unicode (lua_State *L);
void jiluL_open_case (lua_State *L);
void jiluL_open_property (lua_State *L);
void jiluL_open_pattern (lua_State *L);
void jiluL_open_segment (lua_State *L);
void jiluL_open_spans (lua_State *L);
void jiluL_open_items (lua_State *L);
void jiluL_open_text (lua_State *L);
void jiluL_open_codes (lua_State *L);
void jiluL_open_stream (lua_State *L);
void jiluL_open_lexicon (lua_State *L);
void jiluL_open_source (lua_State *L);
void jiluL_open_conversion (lua_State *L);
void jiluL_open_collation (lua_State *L);
void jiluL_open_view (lua_State *L);
void jiluL_open_roles (lua_State *L);
void jiluL_open_schema (lua_State *L);
void jiluL_open_record (lua_State *L);
void jiluL_open_system (lua_State *L);
void jiluL_open_output (lua_State *L);
void jiluL_open_extractor (lua_State *L);
void jiluL_open_vocabulary (lua_State *L);
void jiluL_open_judge (lua_State *L);
void jiluL_open_facts (lua_State *L);
void jiluL_open_fields (lua_State *L);
void jiluL_open_decimal (lua_State *L);
void jiluL_open_gazetteer (lua_State *L);
void jiluL_open_marks (lua_State *L);
void jiluL_open_clauses (lua_State *L);
void jiluL_open_signs (lua_State *L);
void jiluL_open_find (lua_State *L);
void jiluL_open_slice (lua_State *L);

/*
** Is the time of the slice that runs up (core.slice)? Who asks may then yield
** from where it is. False before Lua 5.4, where only functions of Lua yield.
*/
bool jiluL_due (lua_State *L);

/*
** The view at 'arg'; an error where it is none or closed. What calls Lua while
** it looks at the view uses it (jiluL_use); others check it last.
*/
jilu_view *jiluL_checkview (lua_State *L, int arg);
jilu_view *jiluL_useview (lua_State *L, int arg);

/* The class of compiled vocabularies. */
#define JILUL_EXTRACTOR "jilu.Extractor"

/* The jilu.Marks at 'arg'. */
const jilu_marks *jiluL_checkmarks (lua_State *L, int arg);

/* Pushes the nearest number. */
void jiluL_pushdecimal (lua_State *L, const jilu_decimal *d);

/* Pushes all digits of a decimal; a fraction is "1/3". */
void jiluL_pushdigits (lua_State *L, const jilu_decimal *d);

/*
** Is the number at 'number' what jiluL_pushdecimal pushes for the digits at
** 'digits'? False where these are no string of digits.
*/
bool jiluL_isnearest (lua_State *L, int number, int digits);

/* Writes a decimal with all its digits. */
jilu_status jiluL_writedecimal (jilu_buffer *out, const jilu_decimal *d);

/*
** Registers the class 'name' of userdata. 'methods' are looked up in a table
** of their own; 'close', which may be called twice and raises where the object
** is in use (jiluL_checkunused), becomes __gc and __close.
** Each of the last three may be NULL.
*/
void jiluL_newclass (lua_State *L, const char *name, const luaL_Reg *methods,
                     const luaL_Reg *metamethods, lua_CFunction close);

/* Adds the functions of 'list' to the table on top of the stack. */
void jiluL_setfuncs (lua_State *L, const luaL_Reg *list);

#endif
