package dev.guanjia.description;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The job description (岗位说明书) of a post. Source: requirements 01 section 9.
 *
 * @param heading which post, on which day
 * @param overview what it is there for; empty where no source says it
 * @param duties what it does, grouped by cadence: what the calendar fixes first; in each group what
 *     has a dated deadline first
 * @param authority what it decides and confirms
 * @param reporting whom it reports to, and who reports to it
 * @param qualifications what somebody in it must be able to or hold
 * @param records the records its duties ask for, in key order
 */
public record JobDescription(
        Heading heading,
        Optional<Label> overview,
        List<DutyGroup> duties,
        List<Power> authority,
        Reporting reporting,
        List<Label> qualifications,
        List<Named> records) {

    /** Copies. */
    public JobDescription {
        duties = List.copyOf(duties);
        authority = List.copyOf(authority);
        qualifications = List.copyOf(qualifications);
        records = List.copyOf(records);
    }

    /**
     * Which post is described.
     *
     * @param post its key
     * @param title its name
     * @param function the function of its department, e.g. {@code FINANCE}; empty where none
     * @param asOf the day of the description
     */
    public record Heading(PostKey post, Label title, Optional<String> function, LocalDate asOf) {}

    /**
     * The duties of one cadence.
     *
     * @param cadence the cadence; empty for duties of which no source prints one
     * @param lines at least one
     */
    public record DutyGroup(Optional<Cadence> cadence, List<DutyLine> lines) {

        /** Copies. */
        public DutyGroup {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One duty.
     *
     * @param duty the duty
     * @param deadlines its deadlines, with their names where known
     * @param approvers what the posts are called that confirm it; the post itself is none of them
     */
    public record DutyLine(DescribedDuty duty, List<Named> deadlines, List<Label> approvers) {

        /** Copies. */
        public DutyLine {
            deadlines = List.copyOf(deadlines);
            approvers = List.copyOf(approvers);
        }
    }

    /**
     * Something the post decides or confirms.
     *
     * @param act whether it decides or confirms
     * @param label what
     * @param limit up to how much, as printed; empty without a limit
     */
    public record Power(Act act, Label label, Optional<String> limit) {

        /** What a post does with a matter that is not its own. */
        public enum Act {
            /** Decides it. */
            DECIDES,
            /** Confirms that it was done. */
            CONFIRMS
        }
    }

    /**
     * The post in the reporting line.
     *
     * @param superior whom it reports to, in the company or outside
     * @param reports who reports to it, in the order of the company's posts
     */
    public record Reporting(Named superior, List<Named> reports) {

        /** Copies. */
        public Reporting {
            reports = List.copyOf(reports);
        }
    }

    /**
     * A code and what it is called.
     *
     * @param code the code
     * @param name its name; empty where none is known
     */
    public record Named(String code, Optional<Label> name) {}
}
