package nl.meerwaarde.tests.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.disclosure.Hospitals;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Reference;

/**
 * Two hospitals with teams that answer for the outcomes of knees, in a year that no other test has episodes in.
 *
 * @param ids of the CareTeams, by name
 */
record ComparedTeams(Fhir fhir, Hospitals hospitals, Map<String, String> ids) {
    static final String MEASURE = "Measure/knee-replacement-primary-oxford-by-team/";
    static final int YEAR = 2004;

    /** In Noord two large teams and a small one, and patients of none or of two of them; in Oost one. */
    static ComparedTeams create(Fhir fhir) {
        ComparedTeams teams = new ComparedTeams(fhir, Hospitals.of(fhir, YEAR, "Noord", "Oost"), new LinkedHashMap<>());
        teams.team("Blauw", "Noord");
        teams.team("Groen", "Noord");
        teams.team("Klein", "Noord");
        teams.team("Anders", "Oost");
        teams.treated("Noord", 32, "1", "3", "Blauw").treated("Noord", 2, "2", "3", "Blauw");
        teams.treated("Noord", 20, "2", "3", "Groen").treated("Noord", 12, "2", "2", "Groen");
        teams.treated("Noord", 4, "1", "3", "Klein");
        teams.treated("Noord", 3, "2", "2").treated("Noord", 2, "2", "2", "Blauw", "Groen");
        teams.treated("Oost", 3, "1", "3", "Anders");
        return teams;
    }

    private void team(String name, String hospital) {
        CareTeam team = new CareTeam().setName("Team " + name).setStatus(CareTeamStatus.ACTIVE);
        team.addExtension(
                Extensions.OWNED_OUTCOMES,
                new CanonicalType(Canonicals.BASE + "/Measure/knee-replacement-primary-oxford-by-team"));
        team.addManagingOrganization(new Reference(organization(hospital)));
        ids.put(name, fhir.post(team).id());
    }

    private ComparedTeams treated(String hospital, int patients, String before, String after, String... teams) {
        Consumer<CarePlan> named =
                plan -> Arrays.stream(teams).forEach(team -> plan.addCareTeam(new Reference("CareTeam/" + id(team))));
        hospitals.treatedIn("05", hospital, patients, before, after, named);
        return this;
    }

    String id(String team) {
        return Objects.requireNonNull(ids.get(team));
    }

    String organization(String hospital) {
        return "Organization/" + hospitals.ids().get(hospital);
    }

    /** The parameters of a hospital that compares its own teams. */
    String asked(String hospital) {
        return "?periodStart=" + YEAR + "&periodEnd=" + YEAR + "&recipient=organization&recipientOrganization="
                + organization(hospital);
    }
}
