/** What patients say of the use of their data, and what becomes of it. */
package nl.meerwaarde.tests.consent;
