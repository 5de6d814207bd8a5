package dev.guanjia.duty;

import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.organisation.company.DepartmentLibrary;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The duties that the requirements and vendors know: the rows of {@code duties.csv}, each in every
 * version that ever held. Which of them a company has, and by which posts, is said by {@link
 * CompanyDuties}.
 */
public final class DutyCatalogue {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "posts",
                    "cadence",
                    "deadline",
                    "evidence",
                    "approver",
                    "from",
                    "source");

    private final DutyKeys keys;
    private final List<Duty> versions;
    private final Map<DutyId, Duty> latest;

    DutyCatalogue(DutyKeys keys, List<Duty> versions) {
        this.keys = keys;
        this.versions = List.copyOf(versions);
        this.latest = new TreeMap<>();
        versions.forEach(duty -> latest.put(duty.id(), duty));
    }

    /**
     * Loads the duties that ship with the library.
     *
     * @return every duty of the requirements
     */
    public static DutyCatalogue load() {
        return of(Table.of(DutyCatalogue.class, "duties.csv", COLUMNS), libraryKeys());
    }

    /**
     * Reads the keys that shipped rows may name.
     *
     * @return a reader that refuses what is neither in the library of posts nor in that of
     *     departments
     */
    public static Function<String, PostKey> libraryKeys() {
        PostLibrary posts = PostLibrary.load();
        Set<String> departments =
                DepartmentLibrary.load().all().stream()
                        .map(department -> department.key().value())
                        .collect(Collectors.toUnmodifiableSet());
        return text -> departments.contains(text) ? new PostKey(text) : posts.parse(text);
    }

    /**
     * Builds a catalogue from rows of the same form, with the shipped words and records.
     *
     * @param table columns {@code id,zh,en,posts,cadence,deadline,evidence,approver,from,source}
     * @param posts reads a key that rows may name, or refuses it
     * @return the catalogue
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static DutyCatalogue of(Table table, Function<String, PostKey> posts) {
        return of(table, posts, Vocabulary.deadlineWords(), Vocabulary.records());
    }

    /**
     * Builds a catalogue from rows of the same form.
     *
     * @param table columns {@code id,zh,en,posts,cadence,deadline,evidence,approver,from,source}
     * @param posts reads a key that rows may name, or refuses it
     * @param words the words that stand where a deadline would
     * @param records the records that prove a duty
     * @return the catalogue
     * @throws dev.guanjia.catalogue.CatalogueException if a row is faulty
     */
    public static DutyCatalogue of(
            Table table, Function<String, PostKey> posts, Vocabulary words, Vocabulary records) {
        DutyKeys keys = new DutyKeys(posts, words, records);
        return new DutyCatalogue(keys, table.unique("id").map(row -> Duty.read(row, keys)));
    }

    /**
     * Lays a vendor's rows over the catalogue. What held before keeps holding for its own days.
     *
     * @param table columns {@code
     *     op,id,zh,en,posts,cadence,deadline,evidence,approver,from,source}; {@code op} is {@code
     *     add}, {@code change} or {@code retire}; a retirement fills {@code op}, {@code id}, {@code
     *     from} and {@code source} only
     * @return the catalogue with the rows applied in file order
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty row: an addition of what
     *     is there, a change or retirement of what is not, a day not after the version before
     */
    public DutyCatalogue overlaid(Table table) {
        DutyOverlay overlay = new DutyOverlay(keys, versions);
        table.map(overlay::apply);
        return new DutyCatalogue(keys, overlay.versions());
    }

    /**
     * Every version of every duty.
     *
     * @return in file order, the versions of a duty in the order of their days
     */
    public List<Duty> versions() {
        return versions;
    }

    /**
     * The latest version of every duty that was not retired.
     *
     * @return in file order
     */
    public List<Duty> all() {
        return versions.stream().filter(duty -> duty.origin().until().isEmpty()).toList();
    }

    /**
     * The duties in force on a day.
     *
     * @param day the day
     * @return in file order
     */
    public List<Duty> on(LocalDate day) {
        return versions.stream().filter(duty -> duty.origin().holdsOn(day)).toList();
    }

    /**
     * The duties whose row names a key.
     *
     * @param key a post, a department or a generic actor
     * @return the latest versions in file order, empty when it has none
     */
    public List<Duty> of(PostKey key) {
        return all().stream().filter(duty -> duty.posts().contains(key)).toList();
    }

    /**
     * Looks up a duty.
     *
     * @param id its key
     * @return its latest version, retired or not; empty when there is none of that key
     */
    public Optional<Duty> find(DutyId id) {
        return Optional.ofNullable(latest.get(id));
    }

    /**
     * Looks up a duty as it was on a day.
     *
     * @param id its key
     * @param day the day
     * @return the version in force, or empty when there was none
     */
    public Optional<Duty> find(DutyId id, LocalDate day) {
        return on(day).stream().filter(duty -> duty.id().equals(id)).findFirst();
    }

    /**
     * The duties of a company through all its days.
     *
     * @param company its organisation
     * @return on each day those that one of the posts of that day has
     */
    public DutyRoster heldBy(Organisation company) {
        return new DutyRoster(
                company.changes(), day -> heldBy(company.resolution(day)), this::find);
    }

    /**
     * The duties of a company in one state of its organisation.
     *
     * @param company which of the company's posts a key means
     * @return those that one of its posts has, each with who confirms what a post did
     */
    public CompanyDuties heldBy(HolderResolution company) {
        Approvers approvers = new Approvers(company);
        List<HeldDuty> held = new ArrayList<>();
        for (Duty duty : versions) {
            HeldDuty each = HeldDuty.of(duty, company, approvers);
            if (!each.posts().isEmpty()) {
                held.add(each);
            }
        }
        return new CompanyDuties(held);
    }

    @Override
    public String toString() {
        return Objects.toString(latest.size()) + " duties";
    }
}
