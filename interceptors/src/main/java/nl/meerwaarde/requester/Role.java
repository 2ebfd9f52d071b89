package nl.meerwaarde.requester;

import java.util.Arrays;
import java.util.Optional;

/** What a requester is to the patients of this server. The codes are those of tokens and of the access matrix. */
public enum Role {
    /** A patient, for whom {@link Requester#person()} is the Patient. */
    PATIENT("patient"),
    /** Somebody who stands beside a patient or acts for one: a RelatedPerson. */
    RELATED_PERSON("related-person"),
    /** A Practitioner, who sees the patients that have her in a CareTeam today. */
    CARE_TEAM_MEMBER("care-team-member"),
    /** Somebody of an organisation who sees figures and no patients. */
    ANALYST("analyst"),
    /** A quality registry. */
    REGISTRY("registry"),
    /** A server that hospitals trust to pool what they deliver. */
    POOLING_NODE("pooling-node"),
    /** The record system of the hospital whose server this is. */
    EHR("ehr"),
    /** The record system of one of several organisations that share this server. */
    ORGANIZATION_EHR("organization-ehr"),
    /** Who runs this server. */
    ADMINISTRATOR("administrator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** As in tokens, never empty. */
    public String code() {
        return code;
    }

    /** Whether somebody logs in to be this; an application alone cannot be it. */
    public boolean isPerson() {
        return this == PATIENT || this == RELATED_PERSON || this == CARE_TEAM_MEMBER;
    }

    /** The role with this code; empty when there is none. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
