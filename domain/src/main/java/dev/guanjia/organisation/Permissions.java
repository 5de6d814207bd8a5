package dev.guanjia.organisation;

import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which posts may give which command: the rows of {@code permissions.csv}. A row names posts of the
 * library and of the templates; a post of a company may what it is named for or what the post that
 * it bears is named for.
 */
public final class Permissions {

    /** How refusals name the tenant's administrator, who acts in no post. */
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** How refusals name every post of the company together. */
    public static final String ANY_POST = "ANY_POST";

    /** How refusals name somebody who holds no post. */
    public static final String NO_POST = "NO_POST";

    private static final String NONE = "-";

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "posts", "administrator", "from", "source");

    private final Map<String, Permission> byCommand;

    private Permissions(Map<String, Permission> byCommand) {
        this.byCommand = Collections.unmodifiableMap(byCommand);
    }

    /**
     * Loads the permissions that ship with the library.
     *
     * @return the permissions
     */
    public static Permissions load() {
        Stream<PostKey> library = PostLibrary.load().all().stream().map(LibraryPost::key);
        Stream<PostKey> templates =
                PostCatalogue.templates().values().stream()
                        .flatMap(posts -> posts.all().stream())
                        .map(Post::key);
        return of(
                Table.of(Permissions.class, "permissions.csv", COLUMNS),
                Stream.concat(library, templates).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Builds permissions from rows of the same form.
     *
     * @param table columns {@code id,zh,en,posts,administrator,from,source}
     * @param known the posts that rows may name
     * @return the permissions
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static Permissions of(Table table, Set<PostKey> known) {
        Map<String, Permission> byCommand = new LinkedHashMap<>();
        table.unique("id")
                .map(row -> Permission.read(row, known))
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
     * Who may give a command.
     *
     * @param command a command of the catalogue
     * @return its row
     * @throws IllegalArgumentException if there is no such command
     */
    public Permission row(String command) {
        Permission row = byCommand.get(command);
        if (row == null) {
            throw new IllegalArgumentException("unknown command: " + command);
        }
        return row;
    }

    /**
     * Whether a post may give a command, by its own name or by the post that it bears.
     *
     * @param command a command of the catalogue
     * @param post the post of whoever asks
     * @param company the posts of the company today; a refusal names those of them that may
     * @return the row, or refused with {@code COMMAND_NOT_PERMITTED}
     * @throws IllegalArgumentException if there is no such command
     */
    public Decision<Permission> permit(String command, PostKey post, PostCatalogue company) {
        Permission row = row(command);
        boolean permitted = row.permits(post) || row.permits(company.bears(post));
        return permitted ? Decision.accept(row) : refuse(row, post.value(), company);
    }

    /**
     * Whether the tenant's administrator, who acts in no post, may give a command.
     *
     * @param command a command of the catalogue
     * @param company the posts of the company today; a refusal names those of them that may
     * @return the row, or refused with {@code COMMAND_NOT_PERMITTED}
     * @throws IllegalArgumentException if there is no such command
     */
    public Decision<Permission> permitAdministrator(String command, PostCatalogue company) {
        Permission row = row(command);
        return row.administrator() ? Decision.accept(row) : refuse(row, ADMINISTRATOR, company);
    }

    /**
     * What somebody who holds no post, and is not the administrator, is told: such a person gives
     * no command, not even one that any post may give.
     *
     * @param command a command of the catalogue
     * @param company the posts of the company today; the refusal names those of them that may
     * @return refused with {@code COMMAND_NOT_PERMITTED}
     * @throws IllegalArgumentException if there is no such command
     */
    public Decision<Permission> permitWithoutPost(String command, PostCatalogue company) {
        return refuse(row(command), NO_POST, company);
    }

    private static Decision<Permission> refuse(
            Permission row, String asking, PostCatalogue company) {
        Refusal refusal =
                OrganisationRefusal.COMMAND_NOT_PERMITTED.because(
                        "command",
                        row.command(),
                        "post",
                        asking,
                        "permitted",
                        permitted(row, company));
        return Decision.refuse(List.of(refusal));
    }

    private static String permitted(Permission row, PostCatalogue company) {
        Stream<String> posts =
                row.posts().stream()
                        .flatMap(named -> inCompany(named, company))
                        .distinct()
                        .map(PostKey::value);
        Stream<String> any = Stream.of(ANY_POST).filter(all -> row.anyPost());
        Stream<String> administrator = Stream.of(ADMINISTRATOR).filter(all -> row.administrator());
        String who =
                Stream.of(any, posts, administrator)
                        .flatMap(each -> each)
                        .collect(Collectors.joining(", "));
        return who.isEmpty() ? NONE : who;
    }

    private static Stream<PostKey> inCompany(PostKey named, PostCatalogue company) {
        return Stream.concat(
                company.find(named).stream().map(Post::key), company.bearing(named).stream());
    }
}
