package dev.guanjia.server;

/** Our company with its rows, and another one on the same server that has none. */
final class TwoCompanies {

    static final RunningServer SERVER = RunningServer.shared();
    static final TenantRows OURS = OurRows.in(new OurCompany(SERVER));
    static final OtherCompany THEIRS = new OtherCompany(SERVER);

    private TwoCompanies() {}
}
