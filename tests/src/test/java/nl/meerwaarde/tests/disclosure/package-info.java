/** What leaves for whom: recipients, suppressed numbers, releases that stay. */
package nl.meerwaarde.tests.disclosure;
