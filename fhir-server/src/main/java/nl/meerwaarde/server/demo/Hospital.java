package nl.meerwaarde.server.demo;

import java.util.List;

/**
 * An invented hospital and what is true of it. A report does not see these figures; it has to find them.
 *
 * @param share share of the cohort, relative to the others
 * @param meanAge mean age of its patients at operation, in years
 * @param burden how much more often than average its patients have other diseases: 0.5 is half as often again
 * @param response probability that a patient of 70 answers half a year after the operation
 * @param quality points of the Oxford score that its patients end above what their case mix explains
 */
record Hospital(String id, String name, double share, double meanAge, double burden, double response, double quality) {
    /**
     * All of them. West is the one to find below the control limits and Heuvel the one above; Kust treats the old and frail, so that its crude gain
     * looks poor and its adjusted gain does not; Oost the other way round; Polder loses half of its patients from view.
     */
    static final List<Hospital> ALL = List.of(
            new Hospital("demo-noord", "Voorbeeldziekenhuis Noord", 0.20, 69, 0.0, 0.86, 0.5),
            new Hospital("demo-west", "Voorbeeldziekenhuis West", 0.19, 68, 0.0, 0.84, -7.0),
            new Hospital("demo-kust", "Voorbeeldziekenhuis Kust", 0.18, 75, 1.0, 0.86, 1.0),
            new Hospital("demo-heuvel", "Voorbeeldziekenhuis Heuvel", 0.16, 69, 0.0, 0.92, 5.0),
            new Hospital("demo-oost", "Voorbeeldziekenhuis Oost", 0.15, 64, -0.5, 0.88, 0.0),
            new Hospital("demo-polder", "Voorbeeldziekenhuis Polder", 0.08, 70, 0.2, 0.50, 0.0),
            new Hospital("demo-delta", "Voorbeeldkliniek Delta", 0.04, 66, -0.3, 0.85, 1.0));
}
