package rollcall.scenarios.delivery;

import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Gathering;
import rollcall.fixtures.traffic.RollCall;

/** Clients of both kinds, let in and placed. */
record Company(Crowd real, Crowd lean) {
  /** Gathers them, and finds whether everybody came in, and where each sits. */
  static Company gather(Gathering real, Gathering lean, RollCall roll, Findings findings) {
    findings.counting(roll::deliveries);
    Company company = new Company(roll.gather(real), roll.gather(lean));
    findings.add(company.all().admission()).add(company.all().placement());
    return company;
  }

  /** The real ones first. */
  Crowd all() {
    return real.and(lean);
  }
}
