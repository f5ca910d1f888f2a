"""What is true of an event: people, programme, codes, rules, attendance."""
