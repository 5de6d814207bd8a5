package dev.guanjia.organisation;

import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which posts may give which command: the rows of {@code permissions.csv}. */
public final class Permissions {

    /** How refusals name the tenant's administrator, who acts in no post. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "posts", "administrator", "from", "source");

    private final Map<String, Permission> byCommand;

    private Permissions(Map<String, Permission> byCommand) {
        this.byCommand = Collections.unmodifiableMap(byCommand);
    }

    /**
     * Loads the permissions that ship with the library.
     *
     * @param posts the posts that rows may name
     * @return the permissions
     */
    public static Permissions load(PostCatalogue posts) {
        return of(Table.of(Permissions.class, "permissions.csv", COLUMNS), posts);
    }

    /**
     * Builds permissions from rows of the same form.
     *
     * @param table columns {@code id,zh,en,posts,administrator,from,source}
     * @param posts the posts that rows may name
     * @return the permissions
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static Permissions of(Table table, PostCatalogue posts) {
        Map<String, Permission> byCommand = new LinkedHashMap<>();
        table.unique("id")
                .map(row -> Permission.read(row, posts))
                .forEach(permission -> byCommand.put(permission.command(), permission));
        return new Permissions(byCommand);
    }

    /**
     * Every permission.
     *
     * @return in file order
     */
    public List<Permission> all() {
        return List.copyOf(byCommand.values());
    }

    /**
     * Whether a post may give a command.
     *
     * @param command a command of the catalogue
     * @param post the post of whoever asks
     * @return the row, or refused with {@code COMMAND_NOT_PERMITTED}
     * @throws IllegalArgumentException if there is no such command
     */
    public Decision<Permission> permit(String command, PostKey post) {
        Permission row = require(command);
        return decide(row, row.posts().contains(post), post.value());
    }

    /**
     * Whether the tenant's administrator, who acts in no post, may give a command.
     *
     * @param command a command of the catalogue
     * @return the row, or refused with {@code COMMAND_NOT_PERMITTED}
     * @throws IllegalArgumentException if there is no such command
     */
    public Decision<Permission> permitAdministrator(String command) {
        Permission row = require(command);
        return decide(row, row.administrator(), ADMINISTRATOR);
    }

    private static Decision<Permission> decide(Permission row, boolean permitted, String asking) {
        if (permitted) {
            return Decision.accept(row);
        }
        Refusal refusal =
                OrganisationRefusal.COMMAND_NOT_PERMITTED.because(
                        "command", row.command(), "post", asking, "permitted", permitted(row));
        return Decision.refuse(List.of(refusal));
    }

    private static String permitted(Permission row) {
        Stream<String> posts = row.posts().stream().map(PostKey::value);
        Stream<String> administrator = Stream.of(ADMINISTRATOR).filter(any -> row.administrator());
        return Stream.concat(posts, administrator).collect(Collectors.joining(", "));
    }

    private Permission require(String command) {
        Permission row = byCommand.get(command);
        if (row == null) {
            throw new IllegalArgumentException("unknown command: " + command);
        }
        return row;
    }
}
