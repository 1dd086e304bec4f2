package io.utl.config.settings;

/** When a FIX client may begin its numbering anew with ResetSeqNumFlag (141=Y): {@code utl.fix.clientReset}. */
public enum ClientReset
{
    /** At every logon. */
    ALWAYS,
    /** Only at the first logon after a start of the gateway, when the numbering is new on our side as well. */
    NEVER
}
