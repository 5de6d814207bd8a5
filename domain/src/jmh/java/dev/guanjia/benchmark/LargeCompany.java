package dev.guanjia.benchmark;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.Interval;
import dev.guanjia.calendar.Shift;
import dev.guanjia.catalogue.Label;
import dev.guanjia.duty.CompanyDuties;
import dev.guanjia.duty.DutyCalendar;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.duty.DutyTimes;
import dev.guanjia.duty.HeldDuty;
import dev.guanjia.duty.Rhythms;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.LibraryPost;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.CompanyDepartment;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.DepartmentLibrary;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationChart;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A company in which somebody has every duty of the catalogue: a head office with every post and
 * department of the libraries, and communities of seventeen people each. Every post is held by one
 * person; three shifts a day; periodic duties every month, or every year where their deadline asks
 * for it.
 */
final class LargeCompany {

    static final LocalDate OPENED = LocalDate.of(2026, 1, 1);

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PostKey GENERAL_MANAGER = new PostKey("GENERAL_MANAGER");
    private static final PostKey OWNERS = new PostKey("OWNERS_OF_THE_COMPANY");
    private static final Label NAME = new Label("岗位", "post");
    private static final List<String> SITE =
            List.of(
                    "PROPERTY_MANAGER",
                    "CS_SUPERVISOR",
                    "CS_ASSISTANT",
                    "STEWARD",
                    "STOREKEEPER",
                    "ACCOUNTANT",
                    "CASHIER",
                    "SECURITY_CAPTAIN",
                    "SECURITY_SHIFT_LEADER",
                    "FIRE_CONTROL_OFFICER",
                    "LOBBY_GUARD",
                    "ORDER_SHIFT_LEADER",
                    "MAINTENANCE_SUPERVISOR",
                    "MAINTENANCE_WORKER",
                    "CLEANING_HEAD",
                    "CLEANER",
                    "PARK_OFFICER");

    private final List<CompanyDepartment> departments = new ArrayList<>();
    private final List<CompanyPost> places = new ArrayList<>();

    LargeCompany(int communities) {
        PostLibrary library = PostLibrary.load();
        library.all().stream()
                .filter(post -> isHeld(post.kind()))
                .forEach(post -> add(post.key(), post, superior(post.key()), Optional.empty()));
        DepartmentLibrary.load().all().forEach(known -> add(known.key()));
        for (int site = 1; site <= communities; site++) {
            String prefix = "C%02d_".formatted(site);
            for (String bears : SITE) {
                LibraryPost post = library.find(new PostKey(bears)).orElseThrow();
                String manager = prefix + SITE.get(0);
                PostKey superior =
                        bears.equals(SITE.get(0)) ? GENERAL_MANAGER : new PostKey(manager);
                add(new PostKey(prefix + bears), post, superior, Optional.empty());
            }
        }
    }

    private static boolean isHeld(LibraryPost.Kind kind) {
        return kind == LibraryPost.Kind.POST || kind == LibraryPost.Kind.BODY;
    }

    private static PostKey superior(PostKey key) {
        return key.equals(GENERAL_MANAGER) ? OWNERS : GENERAL_MANAGER;
    }

    private void add(DepartmentKey key) {
        departments.add(new CompanyDepartment(key, NAME, Optional.of(key), Optional.empty()));
        PostKey head = new PostKey("HEAD_" + key.value());
        Post post =
                new Post(head, NAME, Optional.empty(), GENERAL_MANAGER, "DEPT_HEAD", OPENED, "x");
        places.add(new CompanyPost(post, head, Optional.of(key), Optional.empty()));
    }

    private void add(PostKey key, LibraryPost bears, PostKey superior, Optional<DepartmentKey> in) {
        String family = bears.placement().family();
        Post post = new Post(key, NAME, Optional.empty(), superior, family, OPENED, "x");
        places.add(new CompanyPost(post, bears.key(), in, Optional.empty()));
    }

    int staff() {
        return places.size();
    }

    DutyCalendar calendar() {
        OrganisationModel model = OrganisationModels.load().find("GROUP").orElseThrow();
        OrganisationChart chart = OrganisationChart.of(departments, places, Map.of(OWNERS, NAME));
        DutyCatalogue catalogue = DutyCatalogue.load();
        CompanyDuties duties = catalogue.heldBy(new HolderResolution(chart, model));
        Responsibility responsibility =
                new Responsibility(chart.posts(), GENERAL_MANAGER, assignments());
        DutyTimes times = DutyTimes.plain(SHANGHAI).with(rhythms(duties));
        return new DutyCalendar(duties, responsibility, times);
    }

    private Assignments assignments() {
        List<Assignment> rows = new ArrayList<>();
        for (CompanyPost place : places) {
            StaffId staff = new StaffId("s" + rows.size());
            rows.add(Assignment.openEnded(staff, place.key(), OPENED));
        }
        return new Assignments(rows);
    }

    private Rhythms rhythms(CompanyDuties duties) {
        List<Rhythms.Every> intervals =
                duties.all().stream()
                        .filter(held -> isPeriodic(held))
                        .map(held -> new Rhythms.Every(held.duty().id(), interval(held)))
                        .toList();
        Map<PostKey, List<Shift>> shifts = new HashMap<>();
        places.forEach(place -> shifts.put(place.key(), shifts()));
        return new Rhythms(Rhythms.NONE.biweekly(), intervals, shifts, Optional.of(OPENED));
    }

    private static boolean isPeriodic(HeldDuty held) {
        return held.duty().timing().cadences().contains(Cadence.PERIODIC);
    }

    private static Interval interval(HeldDuty held) {
        boolean dated = held.duty().timing().ruleFor(Cadence.PERIODIC).isPresent();
        return Interval.parse(dated ? "P1Y" : "P1M", OPENED);
    }

    private static List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        for (int hour = 0; hour < 24; hour += 8) {
            Duration length = Duration.ofHours(8);
            shifts.add(
                    new Shift(
                            "from-" + hour,
                            NAME,
                            LocalTime.of(hour, 0),
                            length,
                            Set.of(DayOfWeek.values())));
        }
        return shifts;
    }
}
