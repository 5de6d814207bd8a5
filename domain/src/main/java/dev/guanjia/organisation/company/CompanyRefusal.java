package dev.guanjia.organisation.company;

import dev.guanjia.decision.RefusalCode;

/** Why a company's tree stays as it is, most important first. */
public enum CompanyRefusal implements RefusalCode {
    /** The tree changed later already. Facts: {@code day, last}. */
    ORGANISATION_CHANGED_LATER("organisation-changed-later"),
    /** The company has no such department. Facts: {@code department}. */
    DEPARTMENT_UNKNOWN("department-unknown"),
    /** The company already has such a department. Facts: {@code department}. */
    DEPARTMENT_EXISTS("department-exists"),
    /** Posts or units still stand in the department. Facts: {@code department, held}. */
    DEPARTMENT_IN_USE("department-in-use"),
    /** The company has no such post. Facts: {@code post}. */
    POST_UNKNOWN("post-unknown-in-company"),
    /** The company already has such a post. Facts: {@code post}. */
    POST_EXISTS("post-exists"),
    /** The superior is no post of the company. Facts: {@code post, superior}. */
    SUPERIOR_OUTSIDE("superior-outside-company"),
    /** The post would stand above itself. Facts: {@code post, superior, line}. */
    REPORTING_CYCLE("reporting-cycle"),
    /** Other posts still report to the post. Facts: {@code post, reports}. */
    POST_HAS_REPORTS("post-has-reports"),
    /** A company without its leader's post could decide nothing. Facts: {@code post}. */
    LEADER_STAYS("leader-stays");

    private final String key;

    CompanyRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
