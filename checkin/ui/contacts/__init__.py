"""The contact desk: whoever scan their badges one after the other have met."""
