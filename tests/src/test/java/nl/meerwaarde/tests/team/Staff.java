package nl.meerwaarde.tests.team;

import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Group.GroupType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;

/**
 * The people and places of a team, new for each test.
 *
 * @param fhir where they are stored
 */
record Staff(Fhir fhir) {
    /** Somebody with a telephone at work, and one at home that is nobody's business. */
    String practitioner(String name, String phone) {
        Practitioner practitioner = new Practitioner();
        practitioner.addName().setText(name);
        practitioner.addTelecom(phone("home-" + phone).setUse(ContactPointUse.HOME));
        practitioner.addTelecom(phone(phone).setUse(ContactPointUse.WORK));
        return "Practitioner/" + fhir.post(practitioner).id();
    }

    String organization(String name, String phone) {
        Organization organization = new Organization();
        organization.setName(name);
        organization.addTelecom(phone(phone));
        return "Organization/" + fhir.post(organization).id();
    }

    /** Somebody at an organisation, there from Monday to Thursday. */
    String atWork(String practitioner, String organization) {
        return "PractitionerRole/" + fhir.post(role(practitioner, organization)).id();
    }

    /** The same, away for a while. */
    String away(String practitioner, String organization, String from, String to) {
        PractitionerRole role = role(practitioner, organization);
        role.addNotAvailable()
                .setDescription("Holiday")
                .getDuring()
                .setStartElement(new DateTimeType(from))
                .setEndElement(new DateTimeType(to));
        return "PractitionerRole/" + fhir.post(role).id();
    }

    private static PractitionerRole role(String practitioner, String organization) {
        PractitionerRole role = new PractitionerRole();
        role.setActive(true).setPractitioner(new Reference(practitioner)).setOrganization(new Reference(organization));
        role.addAvailableTime()
                .setAvailableStartTime("08:30:00")
                .setAvailableEndTime("16:30:00")
                .addDaysOfWeek(DaysOfWeek.MON)
                .addDaysOfWeek(DaysOfWeek.TUE)
                .addDaysOfWeek(DaysOfWeek.WED)
                .addDaysOfWeek(DaysOfWeek.THU);
        return role;
    }

    String relative(String name, String patient) {
        RelatedPerson relative = new RelatedPerson();
        relative.setPatient(new Reference(patient));
        relative.addName().setText(name);
        relative.addTelecom(phone("relative"));
        return "RelatedPerson/" + fhir.post(relative).id();
    }

    String group() {
        Group group = new Group().setType(GroupType.PERSON).setActual(false);
        return "Group/" + fhir.post(group).id();
    }

    private static ContactPoint phone(String number) {
        return new ContactPoint().setSystem(ContactPointSystem.PHONE).setValue(number);
    }
}
