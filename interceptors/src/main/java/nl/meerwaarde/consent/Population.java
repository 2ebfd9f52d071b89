package nl.meerwaarde.consent;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Whose data are used, as a condition in SQL on the patients who survive merges. Merged patients are one: what any of their Consents says holds for all. An objection
 * wins over any permission, whichever is younger; whoever takes an objection back ends it.
 *
 * @param ground on which they are used
 * @param use what for
 */
public record Population(Ground ground, DataUse use) {
    /** Nobody is left out. */
    public static final Population EVERYBODY = new Population(Ground.CARE, DataUse.REGISTRY_DELIVERY);

    private static final String SAID = """
            select p.survivor_id from mw_data_use u join mw_patient p on p.patient_id = u.patient_id
            where u.data_use = :dataUse and u.permitted = %s and u.holds_from <= :asOf and u.holds_to >= :asOf""";

    private static final String PERMITTED = SAID.formatted("true");
    private static final String OBJECTED = SAID.formatted("false");

    /** Whether anybody may be left out. */
    public boolean isEverybody() {
        return ground.countsEverybody();
    }

    /** Whether those who are left out are the ones who objected: few, where people are asked for consent many are. */
    public boolean isWithoutObjectors() {
        return ground == Ground.DOCUMENTED;
    }

    /**
     * The condition that a patient is among them, or nothing; begins with {@code and}.
     *
     * @param patient the column of the patient
     */
    public String condition(String patient) {
        return switch (ground) {
            case CARE, STATUTORY -> "";
            case DOCUMENTED -> " and " + patient + " not in (" + OBJECTED + ")";
            case CONSENT -> " and " + patient + " in (" + PERMITTED + ") and " + patient + " not in (" + OBJECTED + ")";
        };
    }

    /** The condition that a patient objected; begins with {@code and}. */
    public static String objected(String patient) {
        return " and " + patient + " in (" + OBJECTED + ")";
    }

    /** The parameter that the conditions name besides {@code asOf}, the day on which it is asked who is among them. */
    public MapSqlParameterSource addTo(MapSqlParameterSource parameters) {
        return parameters.addValue("dataUse", use.code());
    }
}
