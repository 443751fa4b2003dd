using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>
/// Says whom names, descriptions, adjectives of nationality and pronouns mean on the day of the story, and which places are spoken of. What cannot be told
/// stays a mention without an identifier, or no mention.
/// </summary>
internal sealed class Resolver(Gazetteer gazetteer) : IStage
{
    public Layers Requires => Layers.Names;

    public Layers Assigns => Layers.Actors;

    public void Process(Document document) => new StoryReading(gazetteer, document).Read();
}
