package io.utl.codecs.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of the one-line form, for help texts: made from the schema. Thread: any; no state. */
public final class ScriptReference
{
    /** Template ids below this are commands. */
    private static final int FIRST_EVENT_ID = 300;

    private ScriptReference()
    {
    }

    /** Verbs of the commands, in the order of the schema: what may be submitted. */
    public static List<String> commandVerbs()
    {
        return verbs(true);
    }

    /** Verbs of events and snapshot records, in the order of the schema. */
    public static List<String> eventVerbs()
    {
        return verbs(false);
    }

    /**
     * What the verb means, its line and its fields with kind and description.
     *
     * @throws ScriptException if there is no such verb; it lists those that exist.
     */
    public static String describe(final String verb)
    {
        final MessageForm form = ScriptDictionary.get().byVerb(verb);
        final StringBuilder page = new StringBuilder();
        page.append(verb).append(" - ").append(form.description()).append(" (").append(form.name());
        page.append(", template ").append(form.id()).append(")\n  ").append(pattern(form)).append('\n');
        for (final FieldForm field : form.lineOrder())
        {
            page.append(String.format("  %-32s %-13s", field.shown(), field.kind().shown()));
            page.append(' ').append(field.description());
            if (field.kind() == FieldKind.ENUM)
            {
                page.append(field.description().isEmpty() ? "" : " ");
                page.append(String.join(" | ", field.values().values()));
            }
            page.append('\n');
        }
        return page.toString();
    }

    private static String pattern(final MessageForm form)
    {
        final List<String> parts = new ArrayList<>(List.of(form.verb(), "[C<n>|V<n>]"));
        for (final FieldForm field : form.lineOrder())
        {
            if (field.equals(form.subject()))
            {
                parts.add(field.name().toUpperCase(Locale.ROOT));
            }
            else if (field.equals(form.side()))
            {
                parts.add(String.join("|", field.values().values()));
            }
            else if (field.equals(form.bareQuantity()))
            {
                parts.add(field.name().toUpperCase(Locale.ROOT));
                if (form.priceOf(field) != null)
                {
                    parts.add("@ " + form.priceOf(field).name().toUpperCase(Locale.ROOT));
                }
            }
        }
        return String.join(" ", parts) + " key=value ...";
    }

    private static List<String> verbs(final boolean commands)
    {
        return ScriptDictionary.get().messages().stream()
            .filter((form) -> form.id() < FIRST_EVENT_ID == commands)
            .map(MessageForm::verb)
            .collect(Collectors.toList());
    }
}
