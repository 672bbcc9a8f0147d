#ifndef LYS_CRAPTOR_SHIM_H
#define LYS_CRAPTOR_SHIM_H

// The little of Raptor that we use, with the types that Swift needs: macros become functions, `user_data` always comes
// last, and a statement is handed over as flat fields.

#include <dlfcn.h>
#include <raptor2.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/// A message of Raptor: `level` at least 4 is an error. `line` is -1 where it is unknown; `text` may be garbage.
typedef void (*lys_raptor_log_handler)(int level, int line, const char *text, void *context);
/// Takes bytes; answers non-zero where it could not.
typedef int (*lys_raptor_write_handler)(const unsigned char *bytes, size_t count, void *context);
/// Takes a statement, valid during the call only.
typedef void (*lys_raptor_statement_handler)(const raptor_statement *statement, void *context);

/// The handlers of one world; it must outlive the world and stay where it is.
typedef struct {
    void *context;
    lys_raptor_log_handler log;
    lys_raptor_write_handler write;
    lys_raptor_statement_handler statement;
} lys_raptor_handlers;

/// Bytes that C does not own.
typedef struct {
    const unsigned char *bytes;
    size_t count;
} lys_raptor_text;

static inline void lys_raptor_log(void *user_data, raptor_log_message *message) {
    lys_raptor_handlers *handlers = (lys_raptor_handlers *)user_data;
    int line = message->locator ? message->locator->line : -1;
    handlers->log((int)message->level, line, message->text ? message->text : "", handlers->context);
}

/// Bytes on their way to the handlers: Raptor writes most of them one by one.
typedef struct {
    lys_raptor_handlers *handlers;
    size_t count;
    unsigned char bytes[1 << 14];
} lys_raptor_output;

static inline int lys_raptor_flush(lys_raptor_output *output) {
    size_t count = output->count;
    output->count = 0;
    return count ? output->handlers->write(output->bytes, count, output->handlers->context) : 0;
}

static inline int lys_raptor_write_byte(void *user_data, const int byte) {
    lys_raptor_output *output = (lys_raptor_output *)user_data;
    if (output->count == sizeof output->bytes && lys_raptor_flush(output)) return 1;
    output->bytes[output->count++] = (unsigned char)byte;
    return 0;
}

static inline int lys_raptor_write_bytes(void *user_data, const void *bytes, size_t size, size_t count) {
    lys_raptor_output *output = (lys_raptor_output *)user_data;
    size_t length = size * count;
    if (length > sizeof output->bytes - output->count && lys_raptor_flush(output)) return 1;
    if (length > sizeof output->bytes) {
        return output->handlers->write((const unsigned char *)bytes, length, output->handlers->context);
    }
    memcpy(output->bytes + output->count, bytes, length);
    output->count += length;
    return 0;
}

static inline void lys_raptor_finish_output(void *user_data) {
    lys_raptor_flush((lys_raptor_output *)user_data);
    free(user_data);
}

static inline void lys_raptor_statement(void *user_data, raptor_statement *statement) {
    lys_raptor_handlers *handlers = (lys_raptor_handlers *)user_data;
    handlers->statement(statement, handlers->context);
}

/// The version of the library that is loaded.
static inline const char *_Nonnull lys_raptor_version(void) { return raptor_version_string; }

/// Takes back the error handler that opening a world gives to libxml2 for the calling thread.
///
/// With it, every XML error on this thread goes to the world that was opened here, whichever world is parsing: the one
/// that parses would see none, and believe a broken document. Without it libxml2 tells the parser at hand, which tells
/// its own world. Where Raptor stands on another XML parser there is nothing to take back.
static inline void lys_raptor_reset_xml_errors(void) {
    void *program = dlopen(NULL, RTLD_LAZY);
    if (!program) return;
    void (*set_handler)(void *, void *) = (void (*)(void *, void *))dlsym(program, "xmlSetStructuredErrorFunc");
    if (set_handler) set_handler(NULL, NULL);
    dlclose(program);
}

/// Opens a world whose log goes to the handlers; null where it cannot.
static inline raptor_world *lys_raptor_open_world(lys_raptor_handlers *handlers) {
    raptor_world *world = raptor_new_world_internal(RAPTOR_VERSION);
    if (!world) return NULL;
    raptor_world_set_log_handler(world, handlers, lys_raptor_log);
    // Each IRI would be looked for among all that the world has; we make the terms of a document once ourselves.
    raptor_world_set_flag(world, RAPTOR_WORLD_FLAG_URI_INTERNING, 0);
    if (raptor_world_open(world)) return NULL;
    lys_raptor_reset_xml_errors();
    return world;
}

/// A stream whose bytes go to the handlers, the last of them when it is freed; null on failure.
static inline raptor_iostream *lys_raptor_new_output(raptor_world *world, lys_raptor_handlers *handlers) {
    // Raptor keeps the pointer to this table.
    static const raptor_iostream_handler table = {
        .version = 2,
        .finish = lys_raptor_finish_output,
        .write_byte = lys_raptor_write_byte,
        .write_bytes = lys_raptor_write_bytes
    };
    lys_raptor_output *output = (lys_raptor_output *)malloc(sizeof *output);
    if (!output) return NULL;
    output->handlers = handlers;
    output->count = 0;
    raptor_iostream *stream = raptor_new_iostream_from_handler(world, output, &table);
    if (!stream) free(output);
    return stream;
}

/// Declares a prefix; non-zero on failure.
static inline int lys_raptor_set_namespace(
    raptor_world *world, raptor_serializer *serializer, lys_raptor_text name, lys_raptor_text namespace_text
) {
    (void)name.count;
    raptor_uri *uri = raptor_new_uri_from_counted_string(world, namespace_text.bytes, namespace_text.count);
    if (!uri) return 1;
    int result = raptor_serializer_set_namespace(serializer, uri, name.bytes);
    raptor_free_uri(uri);
    return result;
}

/// An IRI as a term; null on failure.
static inline raptor_term *lys_raptor_new_iri(raptor_world *world, lys_raptor_text text) {
    return raptor_new_term_from_counted_uri_string(world, text.bytes, text.count);
}

/// A blank node as a term; null on failure.
static inline raptor_term *lys_raptor_new_blank(raptor_world *world, lys_raptor_text label) {
    return raptor_new_term_from_counted_blank(world, label.bytes, label.count);
}

/// A literal as a term, with a datatype or a language of at most 255 bytes or neither; null on failure.
static inline raptor_term *lys_raptor_new_literal(
    raptor_world *world, lys_raptor_text text, lys_raptor_text datatype, lys_raptor_text language
) {
    raptor_uri *uri = NULL;
    if (datatype.count) {
        uri = raptor_new_uri_from_counted_string(world, datatype.bytes, datatype.count);
        if (!uri) return NULL;
    }
    const unsigned char *tag = language.count ? language.bytes : NULL;
    raptor_term *term = raptor_new_term_from_counted_literal(
        world, text.bytes, text.count, uri, tag, (unsigned char)language.count);
    if (uri) raptor_free_uri(uri);
    return term;
}

/// Serializes a statement, whose terms stay the caller's; non-zero on failure, also where a term is null.
static inline int lys_raptor_serialize(
    raptor_world *world, raptor_serializer *serializer, raptor_term *subject, raptor_term *predicate,
    raptor_term *object
) {
    if (!subject || !predicate || !object) return 1;
    raptor_statement statement;
    raptor_statement_init(&statement, world);
    statement.subject = subject;
    statement.predicate = predicate;
    statement.object = object;
    return raptor_serializer_serialize_statement(serializer, &statement);
}

/// A parser whose statements go to the handlers, and which reads neither files nor the network; null on failure.
static inline raptor_parser *lys_raptor_new_parser(
    raptor_world *world, const char *name, lys_raptor_handlers *handlers
) {
    raptor_parser *parser = raptor_new_parser(world, name);
    if (!parser) return NULL;
    raptor_parser_set_statement_handler(parser, handlers, lys_raptor_statement);
    raptor_parser_set_option(parser, RAPTOR_OPTION_NO_NET, NULL, 1);
    raptor_parser_set_option(parser, RAPTOR_OPTION_NO_FILE, NULL, 1);
    raptor_parser_set_option(parser, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, NULL, 0);
    raptor_parser_set_option(parser, RAPTOR_OPTION_NORMALIZE_LANGUAGE, NULL, 0);
    return parser;
}

/// The text of an IRI.
static inline lys_raptor_text lys_raptor_uri_text(raptor_uri *uri) {
    lys_raptor_text text = {NULL, 0};
    if (uri) text.bytes = raptor_uri_as_counted_string(uri, &text.count);
    return text;
}

/// The text of a term: an IRI, a label or a lexical form.
static inline lys_raptor_text lys_raptor_term_text(const raptor_term *term) {
    lys_raptor_text text = {NULL, 0};
    switch (term->type) {
        case RAPTOR_TERM_TYPE_URI: return lys_raptor_uri_text(term->value.uri);
        case RAPTOR_TERM_TYPE_BLANK:
            text.bytes = term->value.blank.string;
            text.count = term->value.blank.string_len;
            break;
        case RAPTOR_TERM_TYPE_LITERAL:
            text.bytes = term->value.literal.string;
            text.count = term->value.literal.string_len;
            break;
        case RAPTOR_TERM_TYPE_UNKNOWN:
        default: break;
    }
    return text;
}

/// The language of a literal; empty where it has none.
static inline lys_raptor_text lys_raptor_language_text(const raptor_term *term) {
    lys_raptor_text text = {NULL, 0};
    if (term->type == RAPTOR_TERM_TYPE_LITERAL && term->value.literal.language) {
        text.bytes = term->value.literal.language;
        text.count = term->value.literal.language_len;
    }
    return text;
}

/// The datatype of a literal; empty where it has none.
static inline lys_raptor_text lys_raptor_datatype_text(const raptor_term *term) {
    lys_raptor_text text = {NULL, 0};
    if (term->type == RAPTOR_TERM_TYPE_LITERAL) text = lys_raptor_uri_text(term->value.literal.datatype);
    return text;
}

/// 0 for an IRI, 1 for a blank node, 2 for a literal, -1 for anything else.
static inline int lys_raptor_term_kind(const raptor_term *term) {
    if (!term) return -1;
    switch (term->type) {
        case RAPTOR_TERM_TYPE_URI: return 0;
        case RAPTOR_TERM_TYPE_BLANK: return 1;
        case RAPTOR_TERM_TYPE_LITERAL: return 2;
        case RAPTOR_TERM_TYPE_UNKNOWN:
        default: return -1;
    }
}

#endif
