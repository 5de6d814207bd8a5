package dev.guanjia.organisation;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;

/**
 * Which role signs a kind of thing without limit: a row of {@code authority-rules.csv}.
 *
 * @param id its id, e.g. {@code AUT-20}
 * @param label what it says
 * @param kind what is signed
 * @param role who signs any amount
 * @param attachmentRequired whether supporting papers must be attached
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record AuthorityRule(
        String id,
        Label label,
        AuthorityKind kind,
        RoleKey role,
        boolean attachmentRequired,
        LocalDate from,
        String source) {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "kind", "role", "attachment", "from", "source");

    /**
     * Loads the rules that ship with the library.
     *
     * @return in file order
     */
    public static List<AuthorityRule> load() {
        return Table.of(AuthorityRule.class, "authority-rules.csv", COLUMNS)
                .unique("id")
                .map(AuthorityRule::read);
    }

    private static AuthorityRule read(Row row) {
        return new AuthorityRule(
                row.required("id"),
                row.label(),
                row.as("kind", AuthorityKind::new),
                row.as("role", RoleKey::new),
                row.yes("attachment"),
                row.from(),
                row.required("source"));
    }
}
