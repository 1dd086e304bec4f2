package io.utl.gateway.tools;

/** Form of what a command prints. */
enum OutputFormat
{
    TEXT,
    JSON
}
