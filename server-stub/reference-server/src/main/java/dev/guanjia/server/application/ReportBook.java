package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.Staffing;
import dev.guanjia.plan.report.Report;
import dev.guanjia.plan.report.ReportCalendar;
import dev.guanjia.plan.report.ReportKey;
import dev.guanjia.plan.report.ReportKind;
import dev.guanjia.plan.report.ReportRule;
import dev.guanjia.server.store.ReportRuleStore;
import dev.guanjia.server.store.ReportRuleStore.RuleRow;
import dev.guanjia.server.store.ReportStore;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The reports of a company: those that its rules let posts owe, and those on which somebody acted,
 * which stay as they were owed then.
 */
@Component
class ReportBook {

    private static final int DIGEST = 20;
    private static final Pattern SHAPE = Pattern.compile("rp_([0-9]{8})[0-9a-f]{20}");

    private final List<ReportKind> kinds = ReportKind.load();
    private final ReportRuleStore rules;
    private final ReportStore store;

    ReportBook(ReportRuleStore rules, ReportStore store) {
        this.rules = rules;
        this.store = store;
    }

    List<ReportKind> kinds() {
        return kinds;
    }

    Optional<ReportKind> kind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** The id of a report: the first day of its period, and a digest of kind and post. */
    static String id(ReportKey key) {
        byte[] name = (key.kind() + "/" + key.by()).getBytes(StandardCharsets.UTF_8);
        String digest = UUID.nameUUIDFromBytes(name).toString().replace("-", "");
        return "rp_"
                + key.start().format(DateTimeFormatter.BASIC_ISO_DATE)
                + digest.substring(0, DIGEST);
    }

    /** The reports whose periods begin in a range, in the order of their keys. */
    Collection<Report> reports(String tenant, Staffing staffing, DateRange range) {
        Map<ReportKey, Report> reports = new TreeMap<>();
        List<ReportRule> owed = rules.all(tenant).stream().map(this::rule).toList();
        new ReportCalendar(owed, staffing)
                .expected(range)
                .forEach(expected -> reports.put(expected.key(), Report.due(expected)));
        store.between(tenant, range)
                .forEach(report -> reports.put(report.expected().key(), report));
        return reports.values();
    }

    /** The report of an id; looks at the one day on which its period begins. */
    Optional<Report> find(String tenant, Staffing staffing, String id) {
        return day(id).flatMap(
                        day ->
                                reports(tenant, staffing, DateRange.ofClosed(day, day)).stream()
                                        .filter(report -> id(report.expected().key()).equals(id))
                                        .findFirst());
    }

    private static Optional<LocalDate> day(String id) {
        Matcher parts = SHAPE.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(parts.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private ReportRule rule(RuleRow row) {
        return new ReportRule(
                kind(row.kind()).orElseThrow(),
                new PostKey(row.post()),
                row.daysAfter(),
                row.from());
    }
}
