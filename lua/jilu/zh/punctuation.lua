-- Which marks cut Chinese prose: data for core.marks. Half width, as documents
-- are folded.

return {
  sentence = "。!?",
  segment = ";",
  colon = ":",
  comma = ",",
  -- what stands between them is not cut
  brackets = "“”‘’《》〈〉「」『』【】()[]",
}
