"""What stands where: scenes stepped through without drawing, and what is wrong with them."""
